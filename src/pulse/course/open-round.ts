import type { ConversationRef, PersonRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Tenants } from '../../ports/tenants.ts';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import type { Message, TeamNotice } from '../../delivery/message.ts';
import type { EndPauses } from '../../people/end-pauses.ts';
import type { AudienceOf } from '../../team/audience.ts';
import { comingOpening } from '../../team/team-due.ts';
import { channelsLeftOut, notices } from '../../team/notices/notices.ts';
import type { PresentLeads } from '../../team/leads/present-leads.ts';
import { openingOf } from '../../team/team.ts';
import type { Team } from '../../team/team.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import type { FreezeRoster } from '../roster/freeze-roster.ts';
import type { LayOutRound } from './lay-out-round.ts';
import type { OfferTalk } from './offer-talk.ts';
import type { EndUnowned } from '../answers/own-round.ts';
import { countAsked, movedOn, plannedRound } from './plan-round.ts';
import type { Round } from '../round.ts';
import { roundId } from '../round.ts';
import type { ReleaseAbsent } from '../roster/release-absent.ts';
import type { SeeOutRound } from './see-out-round.ts';
import { storedRoster } from '../roster/stored-roster.ts';
import type { RosterOf } from '../roster/roster.ts';

export interface OpenRoundDeps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly presentLeads: PresentLeads;
  readonly tenants: Tenants;
  readonly audienceOf: AudienceOf;
  readonly rosterOf: RosterOf;
  readonly endPauses: EndPauses;
  readonly freezeRoster: FreezeRoster;
  readonly layOutRound: LayOutRound;
  readonly releaseAbsent: ReleaseAbsent;
  readonly endUnowned: EndUnowned;
  readonly seeOutRound: SeeOutRound;
  readonly offerTalk: OfferTalk;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
}

type NotGathered =
  | { readonly code: Exclude<TeamNotice, 'too-small'> }
  | { readonly code: 'too-small'; readonly size: number };

interface Gathered {
  readonly roster: readonly PersonRef[];
  readonly leads: Round['leads'];
  /** Further channels that are left out. */
  readonly unfit: readonly ConversationRef[];
}

/**
 * Who is asked, and who leads: whoever is gone does neither, and is free for another team. What an earlier run froze is
 * opened whole, whatever became of the channel since.
 */
const makeGather =
  ({ batches, presentLeads, audienceOf, rosterOf, endPauses, freezeRoster, releaseAbsent }: OpenRoundDeps) =>
  async (team: Team, planned: Round): Promise<Result<Gathered, NotGathered>> => {
    const audience = await audienceOf(team);
    if (!audience.ok) {
      if (audience.refusal.code === 'channel-archived') await releaseAbsent(team, []);
      const frozen = await storedRoster(batches, team.tenant, planned.id);
      return frozen === undefined
        ? audience
        : ok({ roster: frozen, leads: planned.leads, unfit: team.unfit ?? [] });
    }
    const { people: found, unfit } = audience.value;
    // Of leads as well, and of whoever is asked elsewhere or by word alone.
    const here = await endPauses(found, team.zone);
    const present = here.map(({ person }) => person);
    await releaseAbsent(team, present);
    const leads = await presentLeads(team, here);
    const roster = await freezeRoster(planned, team.land, () => rosterOf(team, here));
    return roster.ok ? ok({ roster: roster.value, leads, unfit }) : roster;
  };

/** What passing a date by says, and what it leaves on the team. */
interface PassedBy {
  readonly what: string;
  readonly messages?: readonly Message[];
  readonly noted?: Pick<Team, 'tooFew' | 'wayOn'>;
}

const makePassBy =
  ({ teams, calendar, clock, dispatch }: OpenRoundDeps) =>
  async (team: Team, from: Instant, { what, messages = [], noted = {} }: PassedBy): Promise<void> => {
    const now = clock.now();
    const command = `${what}/${roundId(team.id, openingOf(team).number)}`;
    const moved = { ...movedOn(team, from, calendar, now), ...noted };
    const next = changed<Team>(moved, { command, what, now, messages });
    await teams.save(next);
    await dispatch(teams, next);
  };

/** Told in the channel, once, until they are more or fewer (T11). */
const tooFew = (team: Team, size: number): PassedBy => {
  if (team.tooFew === size) return { what: 'not opened' };
  const { number } = openingOf(team);
  const messages = [{ kind: 'too-small' as const, tenant: team.tenant, team: team.id, number }];
  return { what: 'not opened', messages, noted: { tooFew: size, wayOn: { asked: 'too-small', number } } };
};

const notOpened = (team: Team, refusal: NotGathered): PassedBy =>
  refusal.code === 'too-small'
    ? tooFew(team, refusal.size)
    : { what: 'not opened', messages: notices(team, refusal.code) };

/** A team that had too few has enough: what it was asked about that is settled. */
const enough = ({ wayOn }: Team): Pick<Team, 'tooFew' | 'wayOn'> => ({
  tooFew: undefined,
  wayOn: wayOn?.asked === 'too-small' ? undefined : wayOn,
});

const makeTalk = (deps: OpenRoundDeps) => {
  const { audienceOf, offerTalk } = deps;
  const passBy = makePassBy(deps);
  return async (team: Team): Promise<void> => {
    const audience = await audienceOf(team);
    if (!audience.ok) return passBy(team, openingOf(team).instant, notOpened(team, audience.refusal));
    const { noted, messages } = channelsLeftOut(team, audience.value.unfit);
    return offerTalk({ ...team, ...noted }, messages);
  };
};

/** Stores that the round is the team's; where the team was changed first, the round may have to be given up. */
const makeClaim =
  ({ teams, rounds, endUnowned }: OpenRoundDeps) =>
  async (opened: Team, { tenant, id }: Round): Promise<void> => {
    try {
      await teams.save(opened);
    } catch (error) {
      const written = await rounds.find(tenant, id);
      if (written !== undefined) await endUnowned(written);
      throw error;
    }
  };

/** The team with a number that no round has which was given up. */
const makeNumbered =
  ({ rounds }: OpenRoundDeps) =>
  async (team: Team): Promise<Team> => {
    let opening = openingOf(team);
    const isGivenUp = async (): Promise<boolean> => {
      const written = await rounds.find(team.tenant, roundId(team.id, opening.number));
      return written !== undefined && (written.state !== 'open' || written.withheld === true);
    };
    while (await isGivenUp()) opening = { ...opening, number: opening.number + 1 };
    return { ...team, nextOpening: opening };
  };

/**
 * Opens the team's next round when its time has come and no other is open: freezes the roster, lays out one empty slot
 * per person under a fresh key, plans the asks and the next opening. Repeatable after a crash at any step. Where it
 * cannot open (channel unreadable, archived, shared or public) the leads are told, where there are fewer than five to
 * ask the channel is, and the next date is planned; of a further channel that is left out the leads are told once. Leads
 * who are not in the channel any more get no result. A removed app opens nothing; what the team gave up while it was
 * being opened ends unread.
 */
export const makeOpenRound = (deps: OpenRoundDeps) => {
  const { teams, tenants, seeOutRound, calendar, clock, dispatch } = deps;
  const gather = makeGather(deps);
  const passBy = makePassBy(deps);
  const talk = makeTalk(deps);
  const claim = makeClaim(deps);
  const numbered = makeNumbered(deps);

  const open = async (team: Team, planned: Round): Promise<void> => {
    const own = openingOf(team).instant;
    const gathered = await gather(team, planned);
    if (!gathered.ok) return passBy(team, own, notOpened(team, gathered.refusal));
    const { roster, leads, unfit } = gathered.value;
    const round = { ...planned, leads, asked: roster.length };
    await deps.layOutRound(round, roster);
    const now = clock.now();
    const { noted, messages } = channelsLeftOut(team, unfit);
    const asked: Team = {
      ...team,
      ...noted,
      ...enough(team),
      currentRound: round.id,
      // Whoever came is on the list now, and whoever went is not.
      came: undefined,
      went: undefined,
      since: team.since ?? round.opensAt,
      asked: countAsked(team, round.items),
    };
    const change = { command: `open/${round.id}`, what: 'round opened', now, messages };
    const opened = changed<Team>(movedOn(asked, round.closesAt, calendar, now), change);
    await claim(opened, round);
    await dispatch(deps.rounds, round);
    await dispatch(teams, opened);
  };

  return async (due: Team): Promise<void> => {
    const own = openingOf(due).instant;
    if (!(await tenants.isActive(due.tenant))) return passBy(due, own, { what: 'not installed' });
    const free = await seeOutRound(due);
    // Seeing the last round out may have moved the date, or left the team to decide which way it goes on.
    const team = await numbered((await teams.find(due.tenant, due.id)) ?? due);
    if (comingOpening(team)?.instant !== own) return;
    if (own < free) return passBy(team, free, { what: 'still open' });
    const planned = plannedRound(team, calendar, clock.now());
    if (planned.closesAt <= clock.now()) return passBy(team, own, { what: 'missed' });
    return team.way === 'talk' ? talk(team) : open(team, planned);
  };
};
