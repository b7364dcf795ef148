import type { FormValues } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/identity.ts';
import { idIn } from '../../src/chat/identity.ts';
import type { Mark } from '../../src/pulse/answers/answer.ts';
import { makeAnswerRound } from '../../src/pulse/answers/answer-round.ts';
import type { Team } from '../../src/team/team.ts';
import { aPerson, aTeam, CLOSES, OPENS, TENANT } from './builders.ts';
import type { Around } from './intercept.ts';
import {
  haveTeam,
  makeMemoryPorts,
  makeProduct,
  populate,
  workMinutes,
  workUntilQuiet,
} from './memory-world.ts';

/** What the form of the first round sends: its questions are `decide`, `learn` and `useful`. */
export const formOf = (marks: readonly [Mark, Mark, Mark], comment?: string): FormValues => ({
  'item-decide': String(marks[0]),
  'item-learn': String(marks[1]),
  'item-useful': String(marks[2]),
  ...(comment === undefined ? {} : { comment }),
});

/**
 * The first round of `people` people, open and asked. `product` does all later work through `around`;
 * `answer` is somebody's submission of the form, led through `answering`.
 */
export const openRound = async (
  people: number,
  { around, team = aTeam() }: { readonly around?: Around; readonly team?: Team } = {},
) => {
  const ports = makeMemoryPorts(OPENS);
  const asked = populate(ports, people);
  await haveTeam(ports, team);
  await workMinutes(makeProduct(ports), 2);
  const answerRound = makeAnswerRound(ports);
  return {
    ports,
    asked,
    product: makeProduct(ports, around),
    job: { kind: 'round', tenant: TENANT, id: 'C1-1', due: OPENS } as const,
    ref: { tenant: TENANT, round: 'C1-1' },
    answer: (person: PersonRef, values: FormValues) =>
      answerRound({ person: aPerson(idIn(person)), round: 'C1-1', values }),
    round: () => ports.rounds.find(TENANT, 'C1-1'),
    team: () => ports.teams.find(TENANT, 'C1'),
  };
};

/** To the end of the round, and to the end of its extension if it stays open once more. */
export const playOut = async (world: OpenRound, product = world.product): Promise<void> => {
  for (let ends = 0; ends < 2; ends += 1) {
    const round = await world.round();
    if (round?.state === 'closed') return;
    world.ports.clock.set(round?.closesAt ?? CLOSES);
    await workUntilQuiet(product);
  }
};

export type OpenRound = Awaited<ReturnType<typeof openRound>>;
