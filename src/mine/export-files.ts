import { idIn } from '../chat/identity.ts';
import { plain } from '../chat/text.ts';
import type { Text } from '../chat/text.ts';
import { dateText } from '../i18n/dates.ts';
import type { Voice } from '../i18n/translate.ts';
import type { ChatFile } from '../ports/chat-gateway.ts';
import type { Instant, Zone } from '../shared/time.ts';
import type { Mention } from './find-mentions.ts';
import { storedWords } from './mine-card.ts';
import type { MyData } from './my-data.ts';

export interface Export {
  readonly data: MyData;
  readonly mentions: readonly Mention[];
  /** The last round of a team that they left. */
  readonly departure?: string | undefined;
  readonly now: Instant;
  readonly zone: Zone;
}

const FIELDS = [
  'leads',
  'promise',
  'invited',
  'setUpBy',
  'players',
  'leftOut',
  'came',
  'went',
  'log',
  'wayOn',
  'admins',
  'first',
  'releases',
  'history',
] as const;

const fieldWords = (say: Voice, field: string): string => {
  const known = FIELDS.find((name) => name === field);
  return plain(known === undefined ? say('export.field-other', { field }) : say(`export.field-${known}`));
};

const mentionWords = (say: Voice, { what, id, fields }: Mention): Text => {
  const words = fields.map((field) => fieldWords(say, field)).join(', ');
  switch (what) {
    case 'team':
      return say('export.team', { team: id, fields: words });
    case 'round':
      return say('export.round', { id, fields: words });
    case 'asks':
      return say('export.asks', { id });
    default:
      return say('export.settings', { fields: words });
  }
};

const readable = (say: Voice, { data, mentions, departure, now, zone }: Export): string => {
  const elsewhere = [
    ...mentions.map((mention) => mentionWords(say, mention)),
    ...(departure === undefined ? [] : [say('export.departure', { id: departure })]),
  ];
  const date = dateText(now, zone, say.language, 'date-time');
  const blocks: readonly (readonly Text[])[] = [
    [say('mine.title'), say('export.made', { date })],
    storedWords(say, data),
    elsewhere.length === 0 ? [say('export.nowhere')] : [say('export.elsewhere'), ...elsewhere],
    [say('export.answers')],
  ];
  return `${blocks.map((block) => block.map(plain).join('\n')).join('\n\n')}\n`;
};

/** For other programs: the same, in the words of the store. */
const structured = ({ data, mentions, departure, now }: Export): string => {
  const { person, kind, language, zone, team, leads, settings, promisedIn } = data.person;
  const made = new Date(now).toISOString();
  const profile = { person: idIn(person), kind, language, zone, team, leads, settings, promisedIn };
  const stored = { made, profile, admin: data.admin, mentions, departure };
  return `${JSON.stringify(stored, undefined, 2)}\n`;
};

/** What is stored about somebody, to read and to process. Nothing in it depends on whether they answered (R4). */
export const exportFiles = (say: Voice, exported: Export): readonly ChatFile[] => [
  { name: 'rahmen.txt', content: readable(say, exported) },
  { name: 'rahmen.json', content: structured(exported) },
];
