import type { FormValues } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/identity.ts';
import { plain } from '../../src/chat/text.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { voice } from '../../src/i18n/translate.ts';
import type { Mark, RoundItem } from '../../src/pulse/answers/answer.ts';
import { COMMENT_FIELD, MARKS, markField } from '../../src/pulse/answers/read-answer.ts';
import type { Round } from '../../src/pulse/round.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { Chance } from './chance.ts';
import { actorOf, WORLD_TENANT } from './pulse-teams.ts';
import type { WorldTeam } from './pulse-teams.ts';
import type { PulseWorld, WorldPorts } from './pulse-world.ts';

/** What somebody says: a mark per item, in the order asked, and a text or none. */
export interface Said {
  readonly marks: readonly Mark[];
  readonly comment?: string | undefined;
}

export const roundOf = async ({ teams, rounds }: WorldPorts, { id }: WorldTeam): Promise<Round> => {
  const team = await teams.find(WORLD_TENANT, id);
  const round = team?.currentRound && (await rounds.find(WORLD_TENANT, team.currentRound));
  if (!round) throw new InvariantError('the team has no round yet');
  return round;
};

/** When every team of the world opens its next round. */
export const nextOpening = async ({ ports, teams }: PulseWorld): Promise<Instant> => {
  const found = await Promise.all(teams.map(({ id }) => ports.teams.find(WORLD_TENANT, id)));
  return Math.max(...found.map((team) => team?.nextOpening?.instant ?? 0));
};

/** Moves the clock to the next opening, opens a round in every team and sends its asks. */
export const openRounds = async (world: PulseWorld): Promise<void> => {
  const { ports, work } = world;
  ports.clock.set(await nextOpening(world));
  await work();
  // What a job of this minute planned for this minute is found by the tick of the next.
  ports.clock.advance(60_000);
  await work();
};

/** Moves the clock to the end of the open rounds, closes them and publishes their results. */
export const closeRounds = async ({ ports, teams, work }: PulseWorld): Promise<void> => {
  const open = await Promise.all(teams.map((team) => roundOf(ports, team)));
  ports.clock.set(Math.max(...open.map(({ closesAt }) => closesAt)));
  await work();
};

export const valuesOf = (items: readonly RoundItem[], { marks, comment }: Said): FormValues => ({
  ...Object.fromEntries(items.map((item, index) => [markField(item), String(marks[index])])),
  ...(comment === undefined ? {} : { [COMMENT_FIELD]: comment }),
});

/** Sends the form of a round, as a platform would hand it over. */
export const submit = (desk: Desk, person: PersonRef, round: Round, said: Said): Promise<Reply> =>
  desk.handle({
    kind: 'submitted',
    actor: actorOf(person),
    nonce: 'form',
    intent: { kind: 'answer', round: round.id },
    values: valuesOf(round.items, said),
  });

/** Opens the form and goes away. */
export const look = (desk: Desk, person: PersonRef, round: Round): Promise<Reply> =>
  desk.handle({ kind: 'pressed', actor: actorOf(person), intent: { kind: 'answer', round: round.id } });

const SAVED = (['de', 'en'] as const).map((language) => plain(voice(language)('saved.title')));

/** Whether the person was told that the answer is kept. */
export const wasAcknowledged = (reply: Reply): boolean => {
  const first = reply.kind === 'notice' ? reply.notice.nodes[0] : undefined;
  return first?.kind === 'paragraph' && SAVED.includes(plain(first.text));
};

const WORDS = `
  shift handover queue customer refund script pause headset tool search answer phone calm manager fair plan
  Pausen Übergabe Kundin Rückruf Werkzeug ruhig Schicht Wissen Lob Warteschlange Absprache klar
`
  .trim()
  .split(/\s+/u);

/** A text of some words; as long as people write, and hardly ever the same twice. */
export const aComment = (chance: Chance, most = 300): string => {
  const length = 12 + chance.below(most - 12);
  let text = chance.pick(WORDS);
  while (text.length < length) text += ` ${chance.pick(WORDS)}`;
  return text;
};

export const someMarks = (chance: Chance, items: readonly RoundItem[]): readonly Mark[] =>
  items.map(() => chance.pick(MARKS));
