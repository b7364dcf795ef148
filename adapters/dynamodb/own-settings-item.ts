import * as z from 'zod/mini';
import type { OwnSettings } from '../../src/people/own-settings.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { dateValue, readDate } from '../../src/shared/local-date.ts';
import type { LocalDate } from '../../src/shared/local-date.ts';
import type { Item, Update } from './dynamo-table.ts';
import { language } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

const asks = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('at'),
    weekday: z.literal([1, 2, 3, 4, 5, 6, 7]),
    hour: z.int(),
    minute: z.int(),
  }),
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('channel') }),
]);

/** As text: the embedded engine compares no maps in conditions. */
const date = z.pipe(
  z.string(),
  z.transform((value: string): LocalDate => {
    const read = readDate(value);
    if (read === undefined) throw new InvariantError('a stored date is none');
    return read;
  }),
);

const fields = {
  language: z.optional(language),
  asks: z.optional(asks),
  awayUntil: z.optional(date),
  off: z.optional(z.literal(true)),
} satisfies FieldsOf<OwnSettings>;

/** Attributes of their own beside the profile's, so that one setting changes without a look at the others. */
export const ownFields = {
  ownLanguage: fields.language,
  ownAsks: fields.asks,
  ownAwayUntil: fields.awayUntil,
  ownOff: fields.off,
} as const;

const row = z.object(ownFields);

/** Undefined when nothing is set. */
export const settingsIn = ({
  ownLanguage,
  ownAsks,
  ownAwayUntil,
  ownOff,
}: z.infer<typeof row>): OwnSettings | undefined => {
  const settings = {
    ...(ownLanguage && { language: ownLanguage }),
    ...(ownAsks && { asks: ownAsks }),
    ...(ownAwayUntil && { awayUntil: ownAwayUntil }),
    ...(ownOff && { off: ownOff }),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
};

/** What was asked to change, under the attributes' names. */
const attributesOf = (change: OwnSettings): Readonly<Record<string, unknown>> => ({
  ...('language' in change && { ownLanguage: change.language }),
  ...('asks' in change && { ownAsks: change.asks }),
  ...('awayUntil' in change && { ownAwayUntil: change.awayUntil && dateValue(change.awayUntil) }),
  ...('off' in change && { ownOff: change.off }),
});

/** The attributes alone and in one order, whoever made the object. */
const written = (item: unknown): string => JSON.stringify(row.parse(item));

/** Undefined when everything is so already: a write would be a time in the table's history (R3). */
export const settingsUpdate = (stored: Item, change: OwnSettings): Update | undefined => {
  const wanted = attributesOf(change);
  if (written({ ...stored, ...wanted }) === written(stored)) return undefined;
  const names = Object.keys(wanted);
  const gone = names.filter((name) => wanted[name] === undefined);
  const set = names.filter((name) => wanted[name] !== undefined);
  return {
    update: [
      ...(set.length === 0 ? [] : [`SET ${set.map((name) => `#${name} = :${name}`).join(', ')}`]),
      ...(gone.length === 0 ? [] : [`REMOVE ${gone.map((name) => `#${name}`).join(', ')}`]),
    ].join(' '),
    condition: 'attribute_exists(#kind)',
    ...(set.length === 0
      ? {}
      : { values: Object.fromEntries(set.map((name) => [`:${name}`, wanted[name]])) }),
  };
};
