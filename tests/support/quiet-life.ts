import type { Post } from '../../adapters/memory/chat-gateway.ts';
import { makeMemoryQuiet } from '../../adapters/memory/quiet.ts';
import type { Card, CardNode } from '../../src/chat/card.ts';
import type { Field, Form, FormValues } from '../../src/chat/form.ts';
import type { Intent } from '../../src/chat/actions.ts';
import type { ConversationRef, PersonRef } from '../../src/chat/identity.ts';
import { plain } from '../../src/chat/text.ts';
import type { Span } from '../../src/chat/text.ts';
import type { Reply } from '../../src/desk/reply.ts';
import type { Channel } from '../../src/ports/directory.ts';
import type { Quiet } from '../../src/ports/quiet.ts';
import type { PortError } from '../../src/shared/errors.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { Team } from '../../src/team/team.ts';
import { aChannel, aProfile, aTeam, personRef, TENANT, utc } from './builders.ts';
import { makeCrash } from './intercept.ts';
import type { PlannedCrash } from './intercept.ts';
import { haveTeam, makeMemoryPorts, makeProduct, workAMinute } from './memory-world.ts';

const BEGINS = utc('2026-11-30T09:00:00Z');

export const TEAMS = ['C1', 'C2', 'C3'] as const;
export type TeamId = (typeof TEAMS)[number];

/** Six to a team, in its order. */
export const PEOPLE = Array.from({ length: 18 }, (_, index) => `P${index}`);
/** L1 leads two teams and is asked in the third; L2 leads the third and is asked in the first. */
const LEADS = { C1: ['L1'], C2: ['L1', 'L3'], C3: ['L2'] } as const;

const MORE = { C1: ['L2'], C2: [], C3: ['L1'] } as const;

const channelOf = (team: TeamId): ConversationRef => `slack:T1:${team}`;

/** Weekly, so that everything there is falls into one week: one opens on Thursday, one on Monday, one on Sunday. */
const OPENINGS = { C1: '2026-12-03', C2: '2026-12-07', C3: '2026-12-06' } as const;

const teamOf = (id: TeamId): Team => {
  const instant = utc(`${OPENINGS[id]}T11:00:00Z`);
  const [year = 0, month = 0, day = 0] = OPENINGS[id].split('-').map(Number);
  return aTeam({
    id,
    name: id,
    home: channelOf(id),
    leads: LEADS[id].map(personRef),
    rhythm: { weeks: 1, weekday: id === 'C1' ? 4 : id === 'C2' ? 1 : 7, hour: 12, minute: 0 },
    asks: id === 'C2' ? 'channel' : 'direct',
    due: instant,
    nextOpening: { number: 1, local: { year, month, day, hour: 12, minute: 0 }, instant },
  });
};

const optionOf = ({ options }: Extract<Field, { kind: 'choice' }>, pick: number): string =>
  options[pick % options.length]?.value ?? '';

/** What was filled in already, and something where something must be; a pick changes one of the choices. */
const valuesOf = ({ fields }: Form, pick: number): FormValues => {
  const choices = fields.filter((field) => field.kind === 'choice');
  const changed = choices[pick % Math.max(choices.length, 1)];
  return Object.fromEntries(
    fields.flatMap((field): readonly (readonly [string, string | readonly string[]])[] => {
      if (field.kind === 'choice') {
        const missing = field.value === undefined && field.optional !== true;
        if (field === changed || missing) return [[field.name, optionOf(field, pick)]];
      }
      return field.value === undefined ? [] : [[field.name, field.value]];
    }),
  );
};

export interface Stood extends Post {
  readonly at: Instant;
}

/** A quiet that lets everything through: what the product would be without its gate. */
export const noQuiet = (): Quiet => ({ ...makeMemoryQuiet(), take: async () => 'granted' });

/** Three teams, their people and leads, and whatever happens to them; `stood` is what anybody could read. */
export const makeQuietLife = async (quiet: Quiet = makeMemoryQuiet()) => {
  const ports = { ...makeMemoryPorts(BEGINS), quiet };
  const channels = new Map<TeamId, { how: Partial<Channel>; readonly members: Set<string> }>();
  const stood: Stood[] = [];
  const askedAgain: { readonly person: PersonRef; readonly at: Instant }[] = [];
  let crash: PlannedCrash | undefined;

  const gateway: typeof ports.gateway = {
    ...ports.gateway,
    post: async (to, card) => {
      const ref = await ports.gateway.post(to, card);
      stood.push({ to, card, ref, at: ports.clock.now() });
      return ref;
    },
  };
  const seen = { ...ports, gateway };
  const product = makeProduct(seen, (name, apply) =>
    crash === undefined ? apply() : crash.around(name, apply),
  );
  const { desk } = makeProduct(seen);

  const show = (team: TeamId): void => {
    const { how, members } = channels.get(team) ?? { how: {}, members: [] };
    ports.directory.setChannel(
      aChannel({ conversation: channelOf(team), name: team, ...how }),
      [...members].map(personRef),
    );
  };

  const nextDue = async (until: Instant): Promise<Instant> => {
    const shards = Array.from({ length: 10 }, (_, shard) => ports.dueIndex.due(shard, until));
    return Math.min(until, ...(await Promise.all(shards)).flatMap(({ jobs }) => jobs.map(({ due }) => due)));
  };

  const isWaiting = (): boolean =>
    ports.queue.messages('jobs').length + ports.queue.messages('messages').length > 0;

  /** Lets time pass from one planned moment to the next. */
  const pass = async (span: number): Promise<void> => {
    const end = ports.clock.now() + span;
    while (ports.clock.now() < end) {
      ports.clock.set(Math.max(await nextDue(end), ports.clock.now()));
      for (let minute = 0; minute < 3 || (minute < 20 && isWaiting()); minute += 1) {
        await workAMinute(product);
        crash?.revive();
      }
    }
  };

  const actorOf = (person: string) => ({ tenant: TENANT, person: personRef(person), outsider: false });

  const press = (person: string, team: TeamId, intent: Intent): Promise<Reply> =>
    desk.handle({ kind: 'pressed', actor: actorOf(person), conversation: channelOf(team), intent });

  /** Opens a form by a button, changes something in it and sends it, and the next one if there is a next one. */
  const fillIn = async (person: string, reply: Reply, pick: number): Promise<Reply> =>
    reply.kind === 'form'
      ? desk.handle({
          kind: 'submitted',
          actor: actorOf(person),
          nonce: `${person} ${ports.clock.now()} ${pick}`,
          intent: reply.form.intent,
          values: valuesOf(reply.form, pick),
        })
      : reply;

  /** Whoever of them is asked answers by the button of the open round. */
  const answer = async (people: readonly string[], team: TeamId): Promise<void> => {
    const round = (await ports.teams.find(TENANT, team))?.currentRound;
    if (round === undefined) return;
    for (const person of people) {
      await fillIn(person, await press(person, team, { kind: 'answer', round }), 2);
    }
  };

  const later = async (person: string, team: TeamId): Promise<void> => {
    const round = (await ports.teams.find(TENANT, team))?.currentRound;
    if (round === undefined) return;
    await press(person, team, { kind: 'not-now', way: 'in-an-hour', round });
    askedAgain.push({ person: personRef(person), at: ports.clock.now() });
  };

  const move = async (joins: boolean, person: string, team: TeamId): Promise<void> => {
    const members = channels.get(team)?.members;
    if (joins) members?.add(person);
    else members?.delete(person);
    show(team);
    const happened = { tenant: TENANT, person: personRef(person), conversation: channelOf(team) };
    await desk.happened({ kind: joins ? 'joined' : 'left', ...happened });
  };

  const setChannel = (team: TeamId, how: Partial<Channel>): void => {
    const channel = channels.get(team);
    if (channel !== undefined) channel.how = how;
    show(team);
  };

  for (const id of [...PEOPLE, 'L1', 'L2', 'L3']) {
    ports.directory.setPerson(aProfile(id, id === 'P3' ? { zone: 'America/New_York' } : {}));
  }
  for (const [index, id] of TEAMS.entries()) {
    const six = PEOPLE.slice(index * 6, index * 6 + 6);
    channels.set(id, { how: {}, members: new Set([...LEADS[id], ...MORE[id], ...six]) });
    show(id);
    await haveTeam(ports, teamOf(id));
  }

  return {
    ports,
    stood,
    askedAgain,
    pass,
    press,
    fillIn,
    answer,
    later,
    move,
    setChannel,
    setPosting: (to: ConversationRef | PersonRef, fault: PortError | undefined) =>
      ports.gateway.fail(to, fault),
    crash: (at: number, applied: boolean) => {
      crash = makeCrash({ at, applied });
    },
    heal: () => {
      crash = undefined;
      for (const team of TEAMS) setChannel(team, {});
      for (const to of [...TEAMS, ...PEOPLE, 'L1', 'L2', 'L3'].map(personRef))
        ports.gateway.fail(to, undefined);
    },
  };
};

export type QuietLife = Awaited<ReturnType<typeof makeQuietLife>>;

const spansOf = (node: CardNode): readonly Span[] => {
  if (node.kind === 'paragraph' || node.kind === 'footnote') return node.text;
  return node.kind === 'list' ? node.items.flat() : [];
};

/** Whoever pressed the button for a post in a channel stands in it by name: the promise and every change say so. */
export const namesSomebody = ({ title, nodes }: Card): boolean =>
  [...title, ...nodes.flatMap(spansOf)].some((span) => span.kind === 'mention');

/** The same words to the same reader are one message, of which a crash may have left two. */
export const wordsOf = ({ title, nodes }: Card): string =>
  [title, ...nodes.map(spansOf)].map((spans) => plain(spans)).join('\n');
