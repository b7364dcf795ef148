import type { PersonRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import { spread } from '../../shared/hash.ts';
import { changed } from '../../work/aggregate.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { Team } from '../team.ts';

/** Of more people than this the leads are told by the list alone (R13). */
const NOTED_MOST = 25;

const without = (people: readonly PersonRef[] = [], person: PersonRef): readonly PersonRef[] =>
  people.filter((one) => one !== person);

const filled = (people: readonly PersonRef[]): readonly PersonRef[] | undefined =>
  people.length === 0 ? undefined : people;

const has = (people: readonly PersonRef[] | undefined, person: PersonRef): boolean =>
  people?.includes(person) === true;

/** Who came and went since the last opening: whoever did both is as they were. */
const withMember = (team: Team, person: PersonRef, moved: 'came' | 'went'): Team => {
  const back = moved === 'came' ? 'went' : 'came';
  if (has(team[back], person)) return { ...team, [back]: filled(without(team[back], person)) };
  const noted = team[moved] ?? [];
  if (noted.includes(person) || noted.length >= NOTED_MOST) return team;
  return { ...team, [moved]: [...noted, person] };
};

/** Notes for the leads that somebody came or went; nothing before the first round, whose people they saw. Idempotent. */
export const makeNoteMembership = ({
  teams,
  clock,
}: {
  readonly teams: AggregateRepository<Team>;
  readonly clock: Clock;
}) => {
  const attempt = async (
    { tenant, id }: Pick<Team, 'tenant' | 'id'>,
    person: PersonRef,
    moved: 'came' | 'went',
  ): Promise<void> => {
    const team = await teams.find(tenant, id);
    const goesOn = team?.state === 'active' || team?.state === 'paused';
    if (team === undefined || !goesOn || team.currentRound === undefined) return;
    const next = withMember(team, person, moved);
    if (next === team) return;
    // The person is no part of it that can be read: the history outlives what is noted here.
    const command = `${moved}/${team.id}/${team.version}/${spread(person, 2 ** 32)}`;
    await teams.save(changed(next, { command, what: moved, now: clock.now() }));
  };

  return (team: Pick<Team, 'tenant' | 'id'>, person: PersonRef, moved: 'came' | 'went'): Promise<void> =>
    withFreshState(() => attempt(team, person, moved));
};

export type NoteMembership = ReturnType<typeof makeNoteMembership>;
