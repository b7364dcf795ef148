import type { FormValues } from '../../chat/form.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Keys } from '../../ports/keys.ts';
import type { VaultSlots } from '../../ports/vault.ts';
import { canBeAsked } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { comingOpening } from '../../team/team-due.ts';
import type { Team } from '../../team/team.ts';
import type { Answer, RoundHead } from './answer.ts';
import { readAnswer } from './read-answer.ts';
import type { AnswerRefusal } from '../refusals.ts';
import type { Round } from '../round.ts';

interface Deps {
  readonly vault: VaultSlots;
  readonly keys: Keys;
  readonly rounds: AggregateRepository<Round>;
  readonly teams: AggregateRepository<Team>;
}

/** Why a round without a key takes nothing: closed, with the next date where there is one, or never there. */
export const makeExplainClosed =
  ({ rounds, teams }: Pick<Deps, 'rounds' | 'teams'>) =>
  async (tenant: Person['tenant'], id: string): Promise<AnswerRefusal> => {
    const round = await rounds.find(tenant, id);
    // Open without a key: the vault was lost, and at its close that will be said.
    if (round === undefined || round.state === 'open') return { code: 'round-not-found' };
    const team = await teams.glance(tenant, round.team);
    // Without a release, in a pause and after the end nobody can say when the next one is.
    const coming = team === undefined || team.waits === true ? undefined : comingOpening(team);
    if (team === undefined || coming === undefined) return { code: 'round-closed' };
    return {
      code: 'round-closed-next',
      closed: round.closesAt,
      next: coming.instant,
      zone: team.zone,
    };
  };

/** Why somebody who is not on the roster is not, and never more than that: what comes next depends on much else. */
export const makeExplainNotAsked =
  ({ teams }: Pick<Deps, 'teams'>) =>
  async (person: Person, { team: id }: RoundHead): Promise<AnswerRefusal> => {
    if (person.leads.includes(id)) return { code: 'leads-are-not-asked' };
    if (!canBeAsked(person)) return { code: 'channel-guests-are-not-asked' };
    if (person.team !== undefined && person.team !== id) return { code: 'asked-elsewhere' };
    const team = await teams.glance(person.tenant, id);
    const off = team?.leftOut?.includes(person.person) === true;
    return { code: off ? 'taken-off-the-list' : 'not-on-roster' };
  };

/** Whether the person is on the roster of a round that is open. Says nothing of whether they answered. */
export const makeIsAsked =
  ({ vault, keys }: Pick<Deps, 'vault' | 'keys'>) =>
  async ({ tenant, person }: Person, round: string): Promise<boolean> => {
    const ref = { tenant, round };
    const found = await vault.head(ref);
    if (found === undefined) return false;
    const slot = keys.slotOf(found.key, person);
    keys.forget(found.key);
    return (await vault.read(ref, slot)) !== 'no-slot';
  };

/** The form of an open round with what this person said so far. Refuses once it is closed and for anybody not on its roster. */
export const makeOpenAnswerForm = (deps: Deps) => {
  const explainClosed = makeExplainClosed(deps);
  const explainNotAsked = makeExplainNotAsked(deps);
  return async (command: {
    readonly person: Person;
    readonly round: string;
  }): Promise<Result<{ readonly head: RoundHead; readonly answer?: Answer }, AnswerRefusal>> => {
    const ref = { tenant: command.person.tenant, round: command.round };
    const found = await deps.vault.head(ref);
    if (found === undefined) return refuse(await explainClosed(ref.tenant, ref.round));
    const slot = deps.keys.slotOf(found.key, command.person.person);
    deps.keys.forget(found.key);
    const answer = await deps.vault.read(ref, slot);
    if (answer === 'no-slot') return refuse(await explainNotAsked(command.person, found.head));
    return ok(answer === 'empty' ? { head: found.head } : { head: found.head, answer });
  };
};

/**
 * Takes an answer, replacing an earlier one. The slot's key makes it idempotent; no message, job or record of it is
 * made (R3, R4). Refuses a missing mark, too long a comment, a closed round and anybody not on its roster.
 */
export const makeAnswerRound = (deps: Deps) => {
  const explainClosed = makeExplainClosed(deps);
  const explainNotAsked = makeExplainNotAsked(deps);
  return async (command: {
    readonly person: Person;
    readonly round: string;
    readonly values: FormValues;
  }): Promise<Result<RoundHead, AnswerRefusal>> => {
    const ref = { tenant: command.person.tenant, round: command.round };
    const found = await deps.vault.head(ref);
    if (found === undefined) return refuse(await explainClosed(ref.tenant, ref.round));
    const slot = deps.keys.slotOf(found.key, command.person.person);
    deps.keys.forget(found.key);

    const answer = readAnswer(found.head.items, command.values);
    if (!answer.ok) return answer;
    const outcome = await deps.vault.answer(ref, slot, answer.value);
    if (outcome === 'no-slot') return refuse(await explainNotAsked(command.person, found.head));
    if (outcome === 'sealed') return refuse(await explainClosed(ref.tenant, ref.round));
    return ok(found.head);
  };
};
