import type { Card } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { RETENTION } from '../retention/retention.ts';
import type { Team } from '../team/team.ts';
import type { MyData } from './my-data.ts';
import { settingsWords } from './own-words.ts';

const named = (teams: readonly Team[]): string => teams.map(({ name }) => `#${name}`).join(', ');

/** One sentence for everything that is stored about somebody, and for nothing else. */
export const storedWords = (
  say: Voice,
  { person, team, leads, admin, asked, logged }: MyData,
): readonly Text[] => [
  say('mine.profile', {
    kind: say(person.kind === 'member' ? 'mine.kind-member' : 'mine.kind-guest'),
    zone: person.zone ?? '–',
    language: person.language === undefined ? '–' : say(`language.${person.language}`),
  }),
  ...settingsWords(say, person.settings),
  team === undefined ? say('mine.no-team') : say('mine.team', { team: `#${team.name}` }),
  ...(leads.length === 0 ? [] : [say('mine.leads', { teams: named(leads) })]),
  ...(admin ? [say('mine.admin')] : []),
  ...(asked === 0 ? [] : [say('mine.asked', { n: asked, days: RETENTION.roster.days })]),
  ...(logged === 0 ? [] : [say('mine.logged', { n: logged })]),
  say('mine.sent', { days: RETENTION['delivery-record'].days }),
];

/** What is stored about the one who asks, and what is not: the same words about answers for everybody (R4). */
export const mineCard = (say: Voice, data: MyData): Card => ({
  title: strong(say('mine.title')),
  nodes: [
    { kind: 'list', items: storedWords(say, data) },
    { kind: 'paragraph', text: [...strong(say('mine.answers')), ...say('mine.answers-text')] },
    {
      kind: 'actions',
      buttons: [
        { label: label(say('button.my-times')), intent: { kind: 'my-times' } },
        { label: label(say('button.export')), intent: { kind: 'mine', act: 'export' } },
        { label: label(say('button.erase')), intent: { kind: 'mine', act: 'erase' } },
        { label: label(say('button.data-sheet')), intent: { kind: 'data-sheet' } },
      ],
    },
    {
      kind: 'footnote',
      text: say('mine.ends', { left: RETENTION['person-left'].days, removed: RETENTION.tenant.days }),
    },
  ],
});
