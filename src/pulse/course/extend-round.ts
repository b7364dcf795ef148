import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Keys } from '../../ports/keys.ts';
import type { RoundRef, Vault } from '../../ports/vault.ts';
import { PortError } from '../../shared/errors.ts';
import { days } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import { extendedClose, nextDate } from '../../team/schedule.ts';
import { dueOf } from '../../team/team-due.ts';
import type { Team } from '../../team/team.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import { WORDS_FROM } from '../results/gates.ts';
import type { Round } from '../round.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly teams: AggregateRepository<Team>;
  readonly vault: Vault;
  readonly keys: Keys;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
}

/** Nothing new opens before the end of a longer round, nor within a day after it. */
const REST = days(1);

/** When the next round may open: at once after the close, a day later if the round stayed open once more. */
export const freeFrom = ({ closesAt, extendedFrom }: Pick<Round, 'closesAt' | 'extendedFrom'>): Instant =>
  extendedFrom === undefined ? closesAt : closesAt + REST;

/** In a pause nothing opens, and what is open runs to its end like any other. */
const goesOn = ({ state }: Team): boolean => state === 'active' || state === 'paused';

/** Whether too few have answered so far to show anything. Nothing of the count is kept. A vault that lost rows is not. */
const isBelowGate = async (vault: Vault, ref: RoundRef, asked: number): Promise<boolean> => {
  let [slots, answers] = [0, 0];
  let next: string | undefined;
  do {
    const page = await vault.slots(ref, next);
    slots += page.slots.length;
    answers += page.slots.filter(({ answer }) => answer !== undefined).length;
    next = page.next;
  } while (next !== undefined && answers < WORDS_FROM);
  return answers < WORDS_FROM && slots >= asked;
};

/**
 * Whether the form already names a later end, or names it from now on. Whoever reads that end may count on it: once it
 * stands there the round stays open, however many answer in the meantime.
 */
const extendForm = async (
  { vault, keys }: Pick<Deps, 'vault' | 'keys'>,
  round: Round,
  until: Instant,
): Promise<boolean> => {
  const ref = { tenant: round.tenant, round: round.id };
  const found = await vault.head(ref);
  if (found === undefined) return false;
  keys.forget(found.key);
  if (found.head.closesAt <= round.closesAt && !(await isBelowGate(vault, ref, round.asked))) return false;
  // Slots that a close has emptied look as if nobody had answered: without its key the round is over.
  return vault.extend(ref, until);
};

/**
 * Lets a round that is due stay open once more when fewer than five have answered, and tells its channels. False, and
 * nothing is changed, where enough have, where it stayed open before, for a trial, for a team that does not go on, for a
 * lost vault, and when the week would be over already; a pause ends nothing that is open. Repeatable; the answers stay as
 * they are.
 */
export const makeExtendRound = (deps: Deps) => {
  const { rounds, teams, calendar, clock, dispatch } = deps;

  /** The next date is shown to people, so it moves at once; opening looks again. */
  const passByDates = (round: Round): Promise<void> =>
    withFreshState(async () => {
      const team = await teams.find(round.tenant, round.team);
      const next = team?.nextOpening;
      if (team === undefined || !goesOn(team) || next === undefined || next.instant >= freeFrom(round))
        return;
      const later = nextDate(next, { from: freeFrom(round), now: clock.now() }, team, calendar);
      const change = { command: `pass-by/${round.id}`, what: 'dates passed by', now: clock.now() };
      const moved = { ...team, nextOpening: later };
      await teams.save(changed<Team>({ ...moved, due: dueOf(moved) }, change));
    });

  return async (round: Round): Promise<boolean> => {
    if (round.extendedFrom !== undefined || round.trial === true) return false;
    const team = await teams.find(round.tenant, round.team);
    if (team === undefined || !goesOn(team)) return false;
    const until = extendedClose(round.closesAt, { ...team, zone: round.zone }, calendar);
    const now = clock.now();
    if (until <= now || !(await extendForm(deps, round, until))) return false;
    const longer = {
      ...round,
      closesAt: until,
      due: until,
      remindAt: undefined,
      extendedFrom: round.closesAt,
    };
    const messages = [{ kind: 'extension' as const, tenant: round.tenant, round: round.id }];
    const change = { command: `extend/${round.id}`, what: 'extended', now, messages };
    const extended = changed<Round>(longer, change);
    // A worker that slept may know a round that went on: it must not move the team's dates.
    const stored = await rounds.find(round.tenant, round.id);
    if (stored?.version !== round.version) throw new PortError('conflict', 'round-went-on');
    // Before the round is stored, so that whoever died in between does it again.
    await passByDates(extended);
    await rounds.save(extended);
    await dispatch(rounds, extended);
    return true;
  };
};

export type ExtendRound = ReturnType<typeof makeExtendRound>;
