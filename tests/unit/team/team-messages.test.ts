import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import { bold, mention, plain, text } from '../../../src/chat/text.ts';
import type { TeamNotice } from '../../../src/delivery/message.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { readTeamForm } from '../../../src/team/set-up/read-team-form.ts';
import { teamForm, teamSavedNotice } from '../../../src/team/set-up/set-up-messages.ts';
import { promiseCard, teamNoticeCard } from '../../../src/team/notices/team-messages.ts';
import { aTeam, HOME, OPENS, personRef } from '../../support/builders.ts';

const LEAD = personRef('LEAD');

const paragraphs = ({ title, nodes }: Card): readonly string[] => [
  plain(title),
  ...nodes.flatMap((node) => (node.kind === 'paragraph' ? [plain(node.text)] : [])),
];

describe('the promise', () => {
  test('says from when, who sees what, from how many on, and that it is a choice', () => {
    expect(promiseCard(voice('de'), aTeam({ leads: [LEAD, personRef('P1')] }))).toEqual({
      title: [
        bold('Ab '),
        { kind: 'time', instant: OPENS, style: 'date', fallback: 'Do, 3.12.' },
        bold(' stelle ich euch '),
        bold('alle zwei Wochen'),
        bold(' drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.'),
      ],
      nodes: [
        {
          kind: 'paragraph',
          text: [
            text('Eingerichtet von '),
            mention(LEAD),
            text('.'),
            text(' Die Teamleitung frage ich nicht: '),
            mention(LEAD),
            text(', '),
            mention(personRef('P1')),
            text('.'),
          ],
        },
        {
          kind: 'list',
          items: [
            [
              bold('Wer sieht was?'),
              text(' Alle hier ('),
              text('7'),
              text(
                ' Personen) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.',
              ),
            ],
            [bold('Ab wann?'), text(' Ab 5 Antworten. Sind es weniger, lösche ich alles ungelesen.')],
            [bold('Freiwillig.'), text(' Nicht mitmachen hat keine Folgen, und niemand sieht es.')],
          ],
        },
        {
          kind: 'actions',
          buttons: [
            { label: 'Wie ihr geschützt seid', intent: { kind: 'protection' } },
            { label: 'Meine Zeiten', intent: { kind: 'my-times' } },
            { label: 'Datenblatt', intent: { kind: 'data-sheet' } },
            {
              label: 'English',
              intent: { kind: 'in-language', what: 'promise', id: 'C1/1', language: 'en' },
            },
          ],
        },
      ],
    });
  });

  test.each([
    [
      1,
      "From Thu 3 Dec I'll ask you three questions every week. It takes under a minute and counts as working time.",
    ],
    [
      4,
      "From Thu 3 Dec I'll ask you three questions every four weeks. It takes under a minute and counts as working time.",
    ],
  ] as const)('names a rhythm of %i weeks', (weeks, title) => {
    const team = aTeam({ rhythm: { weeks, weekday: 4, hour: 12, minute: 7 } });
    expect(plain(promiseCard(voice('en'), team).title)).toBe(title);
  });
});

describe('a notice to a lead', () => {
  test.each<[TeamNotice, readonly string[]]>([
    [
      'channel-unreadable',
      [
        'Ich kann den Kanal von #team-nord nicht lesen, deshalb öffnet diese Runde nicht.',
        'Lade mich wieder in den Kanal ein. Am Do, 3.12., 12:07 schaue ich wieder nach.',
      ],
    ],
    [
      'channel-shared',
      [
        'Der Kanal von #team-nord ist mit einer anderen Organisation geteilt, deshalb öffnet diese Runde nicht.',
        'Fremde würden das Ergebnis mitlesen. Beende das Teilen oder richte das Team in einem anderen Kanal ein. Am Do, 3.12., 12:07 schaue ich wieder nach.',
      ],
    ],
    [
      'result-unpublished',
      [
        'Ich konnte das Ergebnis von #team-nord nicht in den Kanal stellen.',
        'Deshalb bekommt es niemand, auch du nicht: das Team zuerst. Lade mich wieder in den Kanal ein. Die nächste Runde öffnet am Do, 3.12., 12:07.',
      ],
    ],
  ])('says %s and what would help', (notice, expected) => {
    expect(paragraphs(teamNoticeCard(voice('de'), aTeam(), notice))).toEqual(expected);
  });

  test('names the channels that are left out, in both languages', () => {
    const team = aTeam({ unfit: ['slack:T1:C2', 'slack:T1:C3'] });
    expect(paragraphs(teamNoticeCard(voice('de'), team, 'channel-left-out'))).toEqual([
      'Bei #team-nord lasse ich …, … aus.',
      'Archiviert, geteilt, öffentlich, oder ich bin nicht mehr darin: Dort poste ich nichts, und wer nur dort ist, wird nicht gefragt. Sobald das behoben ist, geht es dort von selbst weiter.',
    ]);
    expect(paragraphs(teamNoticeCard(voice('en'), team, 'channel-left-out'))).toEqual([
      'I leave …, … out of #team-nord.',
      'Archived, shared, public, or I am not in it any more: I post nothing there, and whoever is only there is not asked. Once that is mended, it goes on there by itself.',
    ]);
  });

  test('is in English for who reads English', () => {
    expect(paragraphs(teamNoticeCard(voice('en'), aTeam(), 'channel-unreadable'))).toEqual([
      'I cannot read the channel of #team-nord, so this round does not open.',
      'Invite me to the channel again. I look again on Thu 3 Dec, 12:07.',
    ]);
  });
});

describe('the set-up form', () => {
  test('is a good answer as it stands', () => {
    const form = teamForm(voice('de'), HOME, LEAD, 'Europe/Berlin');
    const values = Object.fromEntries(form.fields.map((field) => [field.name, field.value ?? '']));
    expect(readTeamForm(values)).toEqual({
      ok: true,
      value: {
        leads: [LEAD],
        channels: [],
        weeks: 2,
        weekday: 4,
        language: 'de',
        asks: 'direct',
        time: undefined,
      },
    });
  });

  test('offers nothing that reading it would refuse', () => {
    const form = teamForm(voice('en'), HOME, LEAD, 'Europe/Berlin');
    const defaults = Object.fromEntries(form.fields.map((field) => [field.name, field.value ?? '']));
    for (const field of form.fields) {
      for (const { value } of field.kind === 'choice' ? field.options : []) {
        expect(readTeamForm({ ...defaults, [field.name]: value }).ok).toBe(true);
      }
    }
  });

  test('names its channel, the zone and every field in the person’s language', () => {
    const { intent, title, fields, submit } = teamForm(voice('en'), HOME, LEAD, 'Europe/London');
    expect(intent).toEqual({ kind: 'set-up-team', channel: 'C1' });
    expect([title, submit]).toEqual(['Set up your team', 'Preview']);
    expect(fields.map(({ label }) => label)).toEqual([
      'Who leads the team? (is not asked)',
      'More channels of the team',
      'How often?',
      'On which day does a round open?',
      'At what time?',
      'Language in the channel',
      'Do you work around the clock?',
      'Public holidays',
    ]);
    expect(fields[4]).toMatchObject({
      hint: 'Time zone: Europe/London. A round stays open for seven full days.',
    });
    expect(fields[3]).toMatchObject({
      options: [
        { value: '1', label: 'Monday' },
        { value: '2', label: 'Tuesday' },
        { value: '3', label: 'Wednesday' },
        { value: '4', label: 'Thursday' },
        { value: '5', label: 'Friday' },
        { value: '6', label: 'Saturday' },
        { value: '7', label: 'Sunday' },
      ],
    });
  });
});

describe('the confirmation of a set-up', () => {
  test('says that the promise brings the date', () => {
    const { title, nodes } = teamSavedNotice(voice('de'), aTeam({ state: 'settling' }), true);
    expect([title, ...nodes.map((node) => (node.kind === 'paragraph' ? plain(node.text) : ''))]).toEqual([
      'Team einrichten',
      'Dein Team ist eingerichtet.',
      'Das Versprechen steht gleich im Kanal, mit dem Datum der ersten Fragen. Vorher wird niemand gefragt.',
    ]);
  });
});
