import { idIn } from '../../chat/identity.ts';
import type { Message } from '../../delivery/message.ts';
import { messageKey } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { voice } from '../../i18n/translate.ts';
import { languageOf } from '../../people/language-of.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import type { Queue } from '../../ports/queue.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { changed } from '../../work/aggregate.ts';
import { makeDispatch } from '../../work/dispatch.ts';
import { unfitness } from '../audience.ts';
import { notices } from './notices.ts';
import { promiseCard, promiseMade, teamNoticeCard } from './team-messages.ts';
import { openingOf } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly deliveries: Deliveries;
  readonly directory: Pick<Directory, 'channel'>;
  readonly allowPublicChannels: boolean;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** One promise for each date it names: one that was refused is made anew for a later date. */
const promiseKey = (team: Team): string => `promise/${team.id}/${openingOf(team).number}`;

type TeamMessage = Extract<Message, { kind: 'promise' | 'team-notice' }>;

/** From now on rounds may open. */
const notePromised = async ({ teams, clock }: Deps, shown: Team): Promise<void> => {
  const team = await teams.find(shown.tenant, shown.id);
  if (team === undefined || team.promised === true) return;
  const promise = promiseMade(shown);
  const { number, instant } = promise.opening;
  const isTalk = shown.way === 'talk';
  if (isTalk && team.promise?.opening.number === number) return;
  const change = { command: `promised/${promiseKey(shown)}`, what: 'promised', now: clock.now() };
  // Of a team that talks rounds were not promised: should it come to them, their own promise comes first.
  const noted = isTalk ? {} : { promised: true, promisedFrom: instant };
  await teams.save(changed<Team>({ ...team, ...noted, promise }, change));
};

/** Without the promise nobody is asked: the team settles once more at its next date, and its leads know why. */
const settleAgain = async (deps: Deps, { tenant, id }: Team): Promise<void> => {
  const { teams, clock } = deps;
  let team = await teams.find(tenant, id);
  if (team === undefined || team.currentRound !== undefined) return;
  if (team.state === 'active') {
    const messages = notices(team, 'promise-unposted');
    const change = {
      command: `unpromised/${promiseKey(team)}`,
      what: 'promise refused',
      now: clock.now(),
      messages,
    };
    team = changed<Team>({ ...team, state: 'settling' }, change);
    await teams.save(team);
  }
  await makeDispatch(deps)(teams, team);
};

/**
 * In every channel, its home last: once it stands there, it stands everywhere. Not in a further one where others could
 * read along by now, whose people are not asked either.
 */
const promises = async (deps: Deps, team: Team): Promise<readonly Parcel[]> => {
  const everywhere = {
    records: deps.deliveries,
    forgetAt: forgottenAt('delivery-record', deps.clock.now()),
    reader: { subject: team.id, zone: team.zone },
    card: promiseCard(voice(team.language), team),
  };
  const ref = { tenant: team.tenant, aggregate: team.id, key: promiseKey(team) };
  const further: Parcel[] = [];
  for (const to of team.alsoIn ?? []) {
    const unfit = unfitness(await deps.directory.channel(to), deps.allowPublicChannels);
    if (unfit === undefined && team.unfit?.includes(to) !== true) {
      further.push({ ...everywhere, ref: { ...ref, key: `${ref.key}/${idIn(to)}` }, to });
    }
  }
  // What a further channel will not take holds nothing up: its people are told of the team's life elsewhere.
  const home = {
    ...everywhere,
    ref,
    to: team.home,
    posted: () => notePromised(deps, team),
    refused: () => settleAgain(deps, team),
  };
  return [...further, home];
};

/** What a team has to say: the promise in its channel, notices to its leads in their own language. */
export const makeTeamParcels =
  (deps: Deps) =>
  async (message: TeamMessage): Promise<readonly Parcel[]> => {
    const { teams, people, deliveries, clock } = deps;
    const team = await teams.find(message.tenant, message.team);
    if (team === undefined) return [];
    const record = {
      ref: { tenant: message.tenant, aggregate: team.id, key: messageKey(message) },
      records: deliveries,
      forgetAt: forgottenAt('delivery-record', clock.now()),
    };
    if (message.kind === 'promise') {
      // Once people are asked it is too late for a promise; without a release it does not hold.
      if (team.currentRound !== undefined || team.waits === true || team.state === 'ended') return [];
      return promises(deps, team);
    }
    // Whatever was wrong is mended by now.
    if (message.notice === 'channel-left-out' && team.unfit === undefined) return [];
    const lead = team.leads[message.lead];
    const person = lead === undefined ? undefined : await people.find(lead);
    // Who left the channel leads no more, and hears nothing more of it.
    if (lead === undefined || !person?.leads.includes(team.id)) return [];
    const language = languageOf(person, team.language);
    const reader = { subject: lead, zone: person.zone ?? team.zone, asked: person.team !== undefined };
    const ref = { ...record.ref, key: `${record.ref.key}/${idIn(lead)}` };
    return [
      { ...record, ref, to: lead, reader, card: teamNoticeCard(voice(language), team, message.notice) },
    ];
  };
