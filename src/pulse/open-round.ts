import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Keys } from '../ports/keys.ts';
import type { People } from '../ports/people.ts';
import type { Tenants } from '../ports/tenants.ts';
import type { Vault } from '../ports/vault.ts';
import type { Result } from '../shared/result.ts';
import { ok } from '../shared/result.ts';
import type { Instant } from '../shared/time.ts';
import type { TeamNotice } from '../delivery/message.ts';
import { isFullMember } from '../people/person.ts';
import type { Person } from '../people/person.ts';
import type { AudienceOf } from '../team/audience.ts';
import { leadNotices } from '../team/notices.ts';
import { closeOf, nextDate } from '../team/schedule.ts';
import { openingOf } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import { changed } from '../work/aggregate.ts';
import type { Dispatch } from '../work/dispatch.ts';
import type { AskBatch } from './ask-batch.ts';
import type { FreezeRoster } from './freeze-roster.ts';
import { chooseItems } from './choose-items.ts';
import { itemsOf, pinnedOf, promptOf } from './packs.ts';
import type { Round } from './round.ts';
import { forgetAt, headOf, roundId } from './round.ts';
import type { ReleaseAbsent } from './release-absent.ts';
import { storedRoster } from './stored-roster.ts';
import { reminderTime } from './reminder-time.ts';
import type { RosterOf } from './roster.ts';

export interface OpenRoundDeps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly people: People;
  readonly vault: Vault;
  readonly keys: Keys;
  readonly tenants: Tenants;
  readonly audienceOf: AudienceOf;
  readonly rosterOf: RosterOf;
  readonly freezeRoster: FreezeRoster;
  readonly releaseAbsent: ReleaseAbsent;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
}

const plannedRound = (team: Team, calendar: Calendar): Round => {
  const opening = openingOf(team);
  const { number, instant } = opening;
  const id = roundId(team.id, number);
  const closesAt = closeOf(opening, team, calendar);
  const remindAt = reminderTime({ opensAt: instant, closesAt }, team, calendar);
  return {
    tenant: team.tenant,
    id,
    version: 1,
    history: [{ command: `open/${id}`, what: 'opened' }],
    outbox: [],
    due: remindAt ?? closesAt,
    team: team.id,
    number,
    previous: team.currentRound,
    state: 'open',
    home: team.home,
    leads: team.leads,
    language: team.language,
    zone: team.zone,
    items: chooseItems(itemsOf(team), pinnedOf(team), team.asked),
    prompt: promptOf(number),
    opensAt: instant,
    closesAt,
    remindAt,
    asked: 0,
  };
};

/** Moves the team on to its next date; see {@link nextDate}. */
const movedOn = (team: Team, from: Instant, calendar: Calendar, now: Instant): Team => {
  const next = nextDate(openingOf(team), { from, now }, team, calendar);
  return { ...team, nextOpening: next, due: next.instant };
};

const presentLeads = (team: Team, audience: readonly Person[]): Round['leads'] =>
  team.leads.filter((lead) => audience.some((one) => one.person === lead && isFullMember(one)));

const countAsked = (team: Team, round: Round): Team['asked'] => ({
  ...team.asked,
  ...Object.fromEntries(round.items.map(({ id }) => [id, (team.asked[id] ?? 0) + 1])),
});

/** Key and slots first, then the round: a crash between leaves rows that the next run finds and keeps (rule R14). */
const layOut =
  ({ vault, keys, rounds }: Pick<OpenRoundDeps, 'vault' | 'keys' | 'rounds'>) =>
  async (round: Round, roster: readonly PersonRef[]): Promise<void> => {
    const ref = { tenant: round.tenant, round: round.id };
    const fresh = keys.newKey();
    const key = await vault.openKey(ref, { head: headOf(round), key: fresh, forgetAt: forgetAt(round) });
    keys.forget(fresh);
    if (key !== undefined) {
      const slots = roster.map((person) => keys.slotOf(key, person));
      keys.forget(key);
      await vault.openSlots(ref, slots, forgetAt(round));
    }
    await rounds.create(round);
  };

type Gathered = { readonly roster: readonly PersonRef[]; readonly leads: Round['leads'] };

/**
 * Who is asked, and who leads: whoever is gone does neither, and is free for another team. What an earlier run froze is
 * opened whole, whatever became of the channel since.
 */
const makeGather =
  ({ batches, people, audienceOf, rosterOf, freezeRoster, releaseAbsent }: OpenRoundDeps) =>
  async (team: Team, planned: Round): Promise<Result<Gathered, { readonly code: TeamNotice }>> => {
    const audience = await audienceOf(team);
    if (!audience.ok) {
      if (audience.refusal.code === 'channel-archived') await releaseAbsent(team, []);
      const frozen = await storedRoster(batches, team.tenant, planned.id);
      return frozen === undefined ? audience : ok({ roster: frozen, leads: planned.leads });
    }
    const present = audience.value.map(({ person }) => person);
    await releaseAbsent(team, present);
    const leads = presentLeads(team, audience.value);
    for (const lead of team.leads) {
      await (leads.includes(lead) ? people.lead(lead, team.id) : people.unlead(lead, team.id));
    }
    const roster = await freezeRoster(planned, () => rosterOf(team, audience.value));
    return roster.ok ? ok({ roster: roster.value, leads }) : roster;
  };

/**
 * Opens the team's next round when its time has come: freezes the roster, lays out one empty slot per person under a
 * fresh key, plans the asks and the next opening. Repeatable after a crash at any step. Where it cannot open (channel
 * unreadable, archived, shared or public, fewer than five to ask) the leads are told and the next date is planned. Leads
 * who are not in the channel any more get no result. A removed app opens nothing.
 */
export const makeOpenRound = (deps: OpenRoundDeps) => {
  const { teams, tenants, calendar, clock, dispatch } = deps;
  const gather = makeGather(deps);
  const lay = layOut(deps);

  const passBy = async (team: Team, what: string, notice?: TeamNotice): Promise<void> => {
    const now = clock.now();
    const messages = notice === undefined ? [] : leadNotices(team, notice);
    const command = `${what}/${roundId(team.id, openingOf(team).number)}`;
    const next = changed(movedOn(team, openingOf(team).instant, calendar, now), {
      command,
      what,
      now,
      messages,
    });
    await teams.save(next);
    await dispatch(teams, next);
  };

  return async (team: Team): Promise<void> => {
    if (!(await tenants.isActive(team.tenant))) return passBy(team, 'not installed');
    const planned = plannedRound(team, calendar);
    if (planned.closesAt <= clock.now()) return passBy(team, 'missed');
    const gathered = await gather(team, planned);
    if (!gathered.ok) return passBy(team, 'not opened', gathered.refusal.code);

    const { roster, leads } = gathered.value;
    const round = { ...planned, leads, asked: roster.length };
    await lay(round, roster);
    const now = clock.now();
    const opened = {
      ...movedOn(team, round.closesAt, calendar, now),
      currentRound: round.id,
      asked: countAsked(team, round),
    };
    await teams.save(changed<Team>(opened, { command: `open/${round.id}`, what: 'round opened', now }));
  };
};
