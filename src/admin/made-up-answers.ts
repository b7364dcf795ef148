import type { Keys } from '../ports/keys.ts';
import type { Vault } from '../ports/vault.ts';
import { label, voice } from '../i18n/translate.ts';
import type { Answer, Mark } from '../pulse/answers/answer.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import { madeUpPeople } from './trial.ts';

const SCALE = 5;

/** From 1 to 5, by chance, and the same however often it is asked for. */
const markOf = (keys: Keys, key: Uint8Array, name: string): Mark => {
  const drawn = Number.parseInt(keys.orderOf(key, name).slice(0, 8), 16) % SCALE;
  return ([1, 2, 3, 4, 5] as const)[drawn] ?? SCALE;
};

/**
 * Answers for those who do not exist, in their own slots and in the way that people's answers go. Repeatable; too late,
 * it changes nothing. The first two say something as well, and that it is made up.
 */
export const makeAddMadeUpAnswers =
  ({ vault, keys }: { readonly vault: Vault; readonly keys: Keys }) =>
  async (team: Team, round: Round): Promise<void> => {
    const ref = { tenant: round.tenant, round: round.id };
    const say = voice(team.language);
    const words = [label(say('trial.comment-one')), label(say('trial.comment-two'))];
    for (const [place, person] of madeUpPeople(team).entries()) {
      const found = await vault.head(ref);
      if (found === undefined) return;
      const slot = keys.slotOf(found.key, person);
      const marks = Object.fromEntries(
        round.items.map(({ id }) => [id, markOf(keys, found.key, `${person}/${id}`)]),
      );
      keys.forget(found.key);
      const comment = words[place];
      const answer: Answer = { marks, ...(comment !== undefined && { comment }) };
      await vault.answer(ref, slot, answer);
    }
  };

export type AddMadeUpAnswers = ReturnType<typeof makeAddMadeUpAnswers>;
