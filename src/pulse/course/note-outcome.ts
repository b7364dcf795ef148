import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import { dueOf } from '../../team/team-due.ts';
import type { Team } from '../../team/team.ts';
import { changed } from '../../work/aggregate.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { Round } from '../round.ts';

/** After so many rounds below the gate in a row the team is asked which way it goes on. */
const IN_A_ROW = 2;

/** The team after this round; undefined where it says nothing new. */
const after = (team: Team, round: Round): Team | undefined => {
  const below = team.belowGate ?? [];
  if (round.result?.reached === true) {
    return below.length === 0 ? undefined : { ...team, belowGate: undefined };
  }
  if (below.includes(round.id) || team.wayOn?.number === round.number) return undefined;
  const rounds = [...below, round.id];
  const goesOn = team.state === 'active' && team.currentRound === round.id && team.way === undefined;
  if (rounds.length < IN_A_ROW || !goesOn) return { ...team, belowGate: rounds.slice(-IN_A_ROW) };
  const deciding: Team = {
    ...team,
    belowGate: undefined,
    wayOn: { asked: 'below-gate', number: round.number },
  };
  return { ...deciding, due: dueOf(deciding) };
};

/**
 * Notes on the team that a round was below the gate, or that one has reached it. After two below it in a row nothing is
 * due any more, and the team decides which way it goes on (T10). Nothing for a round that was lost, or that closed while
 * nobody may be asked. Idempotent; happens before the result is published, which shows it.
 */
export const makeNoteOutcome =
  ({ teams, clock }: { readonly teams: AggregateRepository<Team>; readonly clock: Clock }) =>
  (round: Round): Promise<void> =>
    withFreshState(async () => {
      const { result } = round;
      const unsaid = result === undefined || (!result.reached && result.lost === true);
      if (unsaid || round.withheld === true || round.trial === true) return;
      const team = await teams.find(round.tenant, round.team);
      const next = team && after(team, round);
      if (next === undefined) return;
      const command = `outcome/${round.id}`;
      await teams.save(changed(next, { command, what: 'round counted', now: clock.now() }));
    });

export type NoteOutcome = ReturnType<typeof makeNoteOutcome>;
