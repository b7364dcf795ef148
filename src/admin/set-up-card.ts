import type { Button, Card } from '../chat/card.ts';
import { listed } from '../chat/listed.ts';
import { bold, code, text } from '../chat/text.ts';
import type { Text } from '../chat/text.ts';
import { typedAs } from '../chat/words.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { RETENTION } from '../retention/retention.ts';
import { dataSheetButton } from './data-sheet.ts';
import { releaseText } from './release-text.ts';
import { ADMINS_ENOUGH } from './settings.ts';
import type { Settings } from './settings.ts';

/** The steps that are there; those of tool requests come later and are shown as such. */
type Step = 'admins' | 'release' | 'team';

const isDone = ({ admins, releases, hasTeam }: Settings, step: Step): boolean => {
  switch (step) {
    case 'admins':
      return admins.length >= ADMINS_ENOUGH;
    case 'release':
      return releases.pulse !== undefined;
    default:
      return hasTeam === true;
  }
};

/** What is still open, in its order. One admin alone may leave the first step open for good. */
export const openSteps = (settings: Settings): readonly Step[] =>
  (['admins', 'release', 'team'] as const).filter((step) => !isDone(settings, step));

const detail = (say: Voice, settings: Settings, step: Step): Text => {
  const { pulse } = settings.releases;
  if (step === 'admins') {
    const key = isDone(settings, step) ? 'setup.admins-are' : 'setup.admin-is';
    return [text('\n'), ...say(key, { people: listed(settings.admins) })];
  }
  return step === 'release' && pulse !== undefined ? [text('\n'), ...releaseText(say, pulse)] : [];
};

const lines = (say: Voice, settings: Settings): readonly Text[] => {
  const step = (number: number, name: Step): Text => [
    text(isDone(settings, name) ? '✓ ' : '○ '),
    bold(`${number} `),
    ...say(`setup.step-${name}`),
    ...detail(say, settings, name),
  ];
  const later = (number: number, name: 'approvers' | 'tools'): Text => [
    text('– '),
    bold(`${number} `),
    ...say(`setup.step-${name}`),
    ...say('setup.later'),
  ];
  return [step(1, 'admins'), step(2, 'release'), later(3, 'approvers'), later(4, 'tools'), step(5, 'team')];
};

const buttons = (say: Voice, settings: Settings): readonly Button[] => {
  const button = (key: 'next' | Step | 'trial' | 'withdraw'): Button => ({
    label: label(say(`button.setup-${key}`)),
    intent: { kind: 'setup', open: key },
    ...(key === 'next' && { primary: true }),
  });
  const [first, ...further] = openSteps(settings);
  return [
    ...(first === undefined ? [] : [button('next')]),
    // Nobody waits for a step that may take weeks, or never come.
    ...further.map(button),
    dataSheetButton(say),
    button('trial'),
    ...(isDone(settings, 'admins') ? [button('admins')] : []),
    ...(isDone(settings, 'release') ? [button('withdraw')] : []),
  ];
};

/** The welcome of an admin (T1): five ticks that survive days, as they are at this moment. */
export const setUpCard = (say: Voice, settings: Settings): Card => ({
  title: strong(say(isDone(settings, 'release') ? 'setup.title-released' : 'setup.title')),
  nodes: [
    { kind: 'paragraph', text: say('setup.steps') },
    { kind: 'list', items: lines(say, settings) },
    { kind: 'actions', buttons: buttons(say, settings) },
    { kind: 'footnote', text: say('setup.removal', { days: RETENTION.tenant.days }) },
  ],
});

/** The fifth step is done where the team is. */
export const firstTeamCard = (say: Voice, door: string): Card => ({
  title: strong(say('setup.team-title')),
  nodes: [
    {
      kind: 'paragraph',
      text: say('setup.team-text', { word: code(`${door} ${typedAs('team', say.language)}`) }),
    },
  ],
});
