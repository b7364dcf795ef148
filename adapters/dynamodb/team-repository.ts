import * as z from 'zod/mini';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import { LAENDER } from '../../src/shared/holidays.ts';
import { SETTING_NAMES } from '../../src/team/change/team-change.ts';
import type { Changed, TeamChange } from '../../src/team/change/team-change.ts';
import { WAYS } from '../../src/team/course/way-on.ts';
import type { Invitation, PromiseMade, Team } from '../../src/team/team.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { roundItems } from './round-form.ts';
import { conversationRef, instant, language, personRef } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

const weeks = z.literal([1, 2, 4]);
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const hour = z.int();
const minute = z.int();

const localDate = z.object({ year: z.int(), month: z.int(), day: z.int() });
const localDateTime = z.object({ year: z.int(), month: z.int(), day: z.int(), hour, minute });

const wayOn = z.object({
  asked: z.enum(['below-gate', 'too-small']),
  number: z.int(),
  decided: z.optional(z.object({ way: z.enum(WAYS), by: z.optional(personRef) })),
});

const whatChanged: z.ZodMiniType<Changed> = z.union([
  z.object({
    kind: z.literal('setting'),
    setting: z.enum(SETTING_NAMES),
    from: z.string(),
    to: z.string(),
  }),
  z.object({
    kind: z.enum(['invited', 'lead-joined', 'lead-removed', 'taken-off', 'put-back']),
    people: z.array(personRef),
    more: z.optional(z.int()),
  }),
  z.object({ kind: z.literal('skipped'), date: instant }),
  z.object({ kind: z.enum(['kept', 'started']) }),
  z.object({ kind: z.literal('paused'), until: z.optional(localDate) }),
  z.object({ kind: z.enum(['resumed', 'ended', 'leaderless']) }),
]);

const changeFields = {
  id: z.string(),
  by: z.optional(personRef),
  on: localDate,
  what: z.array(whatChanged),
  from: z.optional(instant),
} satisfies FieldsOf<TeamChange>;

const invitationFields = {
  id: z.string(),
  person: personRef,
  by: personRef,
  until: instant,
} satisfies FieldsOf<Invitation>;

const opening = z.object({
  number: z.int(),
  local: localDateTime,
  instant,
  opens: z.optional(localDateTime),
});

const promiseFields = {
  opening,
  weeks,
  leads: z.array(personRef),
  readers: z.int(),
  alsoIn: z.optional(z.array(conversationRef)),
  way: z.optional(z.literal('talk')),
} satisfies FieldsOf<PromiseMade>;

export const teamFields = {
  ...aggregateFields,
  name: z.string(),
  home: conversationRef,
  alsoIn: z.optional(z.array(conversationRef)),
  unfit: z.optional(z.array(conversationRef)),
  language,
  zone: z.string(),
  leads: z.array(personRef),
  invited: z.optional(z.array(z.object(invitationFields))),
  setUpBy: personRef,
  rhythm: z.object({ weeks, weekday, hour, minute }),
  state: z.enum(['proposed', 'settling', 'active', 'paused', 'ended']),
  asks: z.optional(z.enum(['direct', 'channel'])),
  waits: z.optional(z.boolean()),
  trial: z.optional(z.boolean()),
  players: z.optional(z.array(personRef)),
  promised: z.optional(z.boolean()),
  promisedFrom: z.optional(instant),
  readers: z.int(),
  promise: z.optional(z.object(promiseFields)),
  nextOpening: z.optional(opening),
  currentRound: z.optional(z.string()),
  previousRound: z.optional(z.string()),
  since: z.optional(instant),
  asked: z.record(z.string(), z.int()),
  pinned: z.optional(z.string()),
  packs: z.optional(z.array(z.enum(['starter', 'home-office']))),
  leftOut: z.optional(z.array(personRef)),
  log: z.optional(z.array(z.object(changeFields))),
  came: z.optional(z.array(personRef)),
  went: z.optional(z.array(personRef)),
  pausedUntil: z.optional(localDate),
  proposedFor: z.optional(z.int()),
  leaderless: z.optional(z.boolean()),
  land: z.optional(z.enum(LAENDER)),
  daysOpen: z.optional(z.int()),
  belowGate: z.optional(z.array(z.string())),
  wayOn: z.optional(wayOn),
  way: z.optional(z.literal('talk')),
  talk: z.optional(z.object({ number: z.int(), items: roundItems })),
  tooFew: z.optional(z.int()),
} satisfies FieldsOf<Team>;

export const makeDynamoTeamRepository = (table: DynamoTable): AggregateRepository<Team> =>
  makeAggregateRepository({ table, kind: 'team', schema: z.object(teamFields) });
