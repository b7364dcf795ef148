import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import type { Form, Notice } from '../../../src/chat/form.ts';
import { plain } from '../../../src/chat/text.ts';
import { faultCard, helpCard, noticeOf, unknownWordCard } from '../../../src/desk/desk-cards.ts';
import { whichTeamCard } from '../../../src/desk/which-team.ts';
import { homeCard } from '../../../src/desk/home-card.ts';
import type { OpenForMe } from '../../../src/desk/home-card.ts';
import type { TeamNotice } from '../../../src/delivery/message.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { inTenant } from '../../../src/chat/identity.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { voice } from '../../../src/i18n/translate.ts';
import type { Team } from '../../../src/team/team.ts';
import { answerForm, protectionNotice, savedNotice } from '../../../src/pulse/answers/answer-form.ts';
import { awayCard, awayForm } from '../../../src/people/away-form.ts';
import type { OwnAsks } from '../../../src/people/own-settings.ts';
import { ownTimesForm, ownTimesSaved } from '../../../src/people/own-times-form.ts';
import { askCard } from '../../../src/pulse/asks/ask-card.ts';
import { commentsNotice, hideForm } from '../../../src/pulse/results/comment-messages.ts';
import { leadCard, pastResultCard, resultCard } from '../../../src/pulse/results/result-card.ts';
import type { RoundResult } from '../../../src/pulse/results/result.ts';
import {
  comeMyself,
  laterCard,
  laterChoices,
  laterNoted,
  notThisRoundNoted,
} from '../../../src/pulse/asks/later-cards.ts';
import { headOf } from '../../../src/pulse/round.ts';
import {
  leadAcceptedNotice,
  leadDeclinedNotice,
  leadInvitationCard,
  proposalOverCard,
} from '../../../src/team/leads/lead-messages.ts';
import type { Preview } from '../../../src/team/set-up/preview-team.ts';
import { previewForm, teamForm, teamSavedNotice } from '../../../src/team/set-up/set-up-messages.ts';
import { promiseCard, teamNoticeCard } from '../../../src/team/notices/team-messages.ts';
import {
  aClosedRound,
  aPerson,
  aResult,
  aRound,
  aTeam,
  anInvitation,
  HOME,
  NEXT_OPENING,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import { cardLines, everyString, noticeLines } from '../../support/said.ts';

const NOTICES: Readonly<Record<TeamNotice, true>> = {
  'channel-unreadable': true,
  'channel-archived': true,
  'channel-shared': true,
  'channel-public': true,
  'channel-left-out': true,
  'result-unpublished': true,
  'result-not-at-home': true,
  'promise-unposted': true,
};
const isNotice = (name: string): name is TeamNotice => Object.hasOwn(NOTICES, name);

const RESULTS: readonly RoundResult[] = [
  aResult(),
  aResult({ answers: undefined }),
  aResult({
    answers: 12,
    first: 'b',
    commentPages: 2,
    items: [
      { item: 'a', enough: true, wording: 'nearly-everyone', counts: [1, 0, 0, 4, 7], cannotSay: 5 },
      { item: 'b', enough: true, wording: 'most', counts: [4, 0, 0, 4, 4] },
      { item: 'c', enough: false },
    ],
  }),
  aResult({
    first: 'a',
    items: [
      { item: 'a', enough: true, wording: 'mixed' },
      { item: 'b', enough: true, wording: 'few' },
      { item: 'c', enough: true, wording: 'alike' },
    ],
  }),
  aResult({ items: ['a', 'b', 'c'].map((item) => ({ item, enough: false })) }),
  { reached: false },
  { reached: false, lost: true },
];

const TEAM = aTeam();
const DAY = { year: 2026, month: 12, day: 24 };
const OWN_ASKS: readonly (OwnAsks | undefined)[] = [
  undefined,
  { kind: 'at', weekday: 3, hour: 22, minute: 30 },
  { kind: 'now' },
  { kind: 'channel' },
];

const HOMES: readonly OpenForMe[] = [
  { leads: false },
  { leads: false, team: TEAM },
  { leads: false, team: TEAM, round: aRound() },
  { leads: true, team: TEAM },
  { leads: true, team: TEAM, round: aRound() },
  { leads: false, team: { ...TEAM, nextOpening: undefined } },
  { leads: false, team: TEAM, others: [TEAM] },
];

const SEVERAL = { ...TEAM, alsoIn: [inTenant(TENANT, 'C2')] };

const previewOf = (team: Team, leads: readonly PersonRef[], counts: Preview['counts']): Preview => ({
  team,
  counts,
  proposal: {
    by: aPerson('LEAD'),
    home: HOME,
    name: 'team-nord',
    alsoIn: team.alsoIn ?? [],
    members: [],
    leads: [],
    form: { leads, channels: [], weeks: 2, weekday: 4, language: 'de', asks: 'direct' },
  },
});
const PREVIEWS = [
  previewOf(TEAM, [personRef('LEAD')], { readers: { n: 7, exact: true }, asked: { n: 6, exact: true } }),
  previewOf(SEVERAL, [personRef('LEAD'), personRef('P1')], {
    readers: { n: 1, exact: false },
    asked: { n: 1, exact: true },
  }),
  previewOf(TEAM, [personRef('P1'), personRef('P2')], {
    readers: { n: 9, exact: false },
    asked: { n: 7, exact: false },
  }),
];

const TOO_FEW = [0, 1, 4].map((tooFew): Preview => {
  const leads = tooFew === 4 ? [personRef('P1')] : [personRef('LEAD')];
  const few = { n: tooFew, exact: true };
  return { ...previewOf(TEAM, leads, { readers: few, asked: few }), tooFew };
});

const cardsIn = (language: Language): readonly Card[] => {
  const say = voice(language);
  const speaker = { person: aPerson('P1'), say, zone: 'Europe/Berlin' };
  const results = RESULTS.map((result) =>
    resultCard(say, aClosedRound(result), aTeam({ nextOpening: NEXT_OPENING })),
  );
  return [
    helpCard(say),
    faultCard(say),
    unknownWordCard(say, 'pusl', 'pulse'),
    unknownWordCard(say, 'hlife', 'help'),
    ...HOMES.map((open) => homeCard(speaker, open, '/rahmen')),
    whichTeamCard(say, 'team', [TEAM, TEAM]),
    promiseCard(say, TEAM),
    promiseCard(say, { ...TEAM, readers: 1 }),
    promiseCard(say, SEVERAL),
    promiseCard(say, { ...TEAM, way: 'talk' }),
    leadInvitationCard(say, TEAM, anInvitation('ANA')),
    leadInvitationCard(say, { ...TEAM, state: 'proposed' }, anInvitation('ANA')),
    proposalOverCard(say, TEAM, 'declined'),
    proposalOverCard(say, TEAM, 'lapsed'),
    ...Object.keys(NOTICES)
      .filter(isNotice)
      .map((notice) => teamNoticeCard(say, TEAM, notice)),
    askCard(say, aRound(), 'Europe/Berlin'),
    askCard(say, aRound(), 'Europe/Berlin', OPENS),
    laterCard(say, aRound(), 'Europe/Berlin'),
    awayCard(say, { until: DAY, today: { ...DAY, year: 2025 } }, '/rahmen'),
    ...results,
    ...RESULTS.flatMap((result) =>
      result.reached ? [pastResultCard(say, { round: aClosedRound(result), result, earlier: 'C1-0' })] : [],
    ),
    ...results.map((team) => leadCard(say, { reached: true, team }, say('lead.link'))),
    ...results.map((team) => leadCard(say, { reached: false, team }, say('lead.link'))),
  ];
};

const noticesIn = (language: Language): readonly Notice[] => {
  const say = voice(language);
  return [
    savedNotice(say, headOf(aRound()), 'Europe/Berlin'),
    protectionNotice(say, 'Slack'),
    laterChoices(say, 'C1-1'),
    laterNoted(say, OPENS, 'Europe/Berlin'),
    comeMyself(say, '/rahmen'),
    notThisRoundNoted(say, '/rahmen'),
    ...OWN_ASKS.map((asks) => ownTimesSaved(say, asks, '/rahmen')),
    commentsNotice(say, 'C1-1', 0, {
      texts: ['text'],
      hidden: 1,
      themes: ['tools', 'other'],
      more: true,
      mayHide: true,
    }),
    commentsNotice(say, 'C1-1', 0, { texts: [], hidden: 2, themes: [], more: false, mayHide: false }),
    commentsNotice(say, 'C1-1', 0, { texts: [], hidden: 0, themes: [], more: false, mayHide: false }),
    ...[true, false].flatMap((isReleased) => [
      teamSavedNotice(say, TEAM, isReleased),
      teamSavedNotice(say, { ...TEAM, state: 'proposed' }, isReleased),
      leadAcceptedNotice(say, TEAM, isReleased),
      leadAcceptedNotice(say, { ...TEAM, state: 'settling' }, isReleased),
    ]),
    leadDeclinedNotice(say, TEAM),
    noticeOf(say, faultCard(say)),
  ];
};

const formsIn = (language: Language): readonly Form[] => {
  const say = voice(language);
  return [
    ...OWN_ASKS.map((asks) => ownTimesForm(say, { asks }, 'Europe/Berlin')),
    awayForm(say, undefined),
    answerForm(say, headOf(aRound()), undefined, 'help@example.com'),
    answerForm(say, { ...headOf(aRound()), fewShare: ['de', 'en'] }, undefined, undefined),
    hideForm(say, 'C1-1', 0, [{ id: 'a', text: 'text' }]),
    teamForm(say, HOME, personRef('LEAD'), 'Europe/Berlin'),
    ...[...PREVIEWS, ...TOO_FEW].flatMap((preview) =>
      [true, false].map((isReleased) => previewForm(say, preview, isReleased)),
    ),
  ];
};

describe.each<Language>(['de', 'en'])('everything that is said in %s', (language) => {
  const all = [...cardsIn(language), ...noticesIn(language), ...formsIn(language)];

  test('has every value filled in', () => {
    expect(all.flatMap(everyString).filter((text) => /\{[a-z-]+\}|undefined|\[object/.test(text))).toEqual(
      [],
    );
  });

  test('is sentences that end once', () => {
    const lines = [...cardsIn(language).flatMap(cardLines), ...noticesIn(language).flatMap(noticeLines)];
    expect(lines.filter((line) => /\.\.|\s[.,!?]|^\s*$/.test(line))).toEqual([]);
  });

  test('begins with a line that says what it is, and has a word on every button', () => {
    for (const { title, nodes } of cardsIn(language)) {
      expect(plain(title).trim()).not.toBe('');
      const buttons = nodes.flatMap((node) => (node.kind === 'actions' ? node.buttons : []));
      expect(buttons.filter(({ label }) => label.trim() === '')).toEqual([]);
    }
  });
});

describe('the two languages', () => {
  test('say the same with the same parts', () => {
    const shape = (cards: readonly Card[]) => cards.map(({ nodes }) => nodes.map(({ kind }) => kind));
    expect(shape(cardsIn('de'))).toEqual(shape(cardsIn('en')));
  });
});
