import type { Button, Card } from '../chat/card.ts';
import type { ConversationRef } from '../chat/identity.ts';
import type { Word } from '../chat/words.ts';
import { strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { TeamIn } from '../team/team-in.ts';
import { isOver } from '../team/team.ts';
import type { Team } from '../team/team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly teamIn: TeamIn;
}

/** The words that are about one team; the first two are for its leads. */
const OF_LEADS: readonly Word[] = ['pulse-skip', 'pulse-start'];
const OF_TEAMS: readonly Word[] = [...OF_LEADS, 'pulse-result'];

/** One's own team and those one leads, each once. */
const idsOf = ({ team, leads }: Person): readonly string[] => [
  ...new Set([...(team === undefined ? [] : [team]), ...leads]),
];

/** The teams somebody belongs to or leads, without those that are over. */
export const makeTeamsOfPerson =
  ({ teams }: Pick<Deps, 'teams'>) =>
  async (person: Person, ids: readonly string[] = idsOf(person)): Promise<readonly Team[]> => {
    const found = await Promise.all(ids.map((id) => teams.glance(person.tenant, id)));
    return found.flatMap((team) => (team === undefined || isOver(team) ? [] : [team]));
  };

export type TeamsOfPerson = ReturnType<typeof makeTeamsOfPerson>;

/** Says again which word was meant, for that team. */
export const teamButton = (word: Word, { id, name }: Team): Button => ({
  label: `#${name}`,
  intent: { kind: 'word', word, team: id },
});

export const whichTeamCard = (say: Voice, word: Word, teams: readonly Team[]): Card => ({
  title: strong(say('which-team.title')),
  nodes: [{ kind: 'actions', buttons: teams.map((team) => teamButton(word, team)) }],
});

/** Which team a word is about, where somebody has several and stands in the channel of none. */
export const makeWhichTeam = ({ teams, teamIn }: Deps) => {
  const teamsOf = makeTeamsOfPerson({ teams });

  /** Those to choose from; fewer than two where there is nothing to choose. */
  const choices = async (
    person: Person,
    word: Word,
    from: ConversationRef | undefined,
  ): Promise<readonly Team[]> => {
    const ids = OF_LEADS.includes(word) ? person.leads : idsOf(person);
    if (!OF_TEAMS.includes(word) || ids.length < 2) return [];
    const here = from === undefined ? undefined : await teamIn(person.tenant, from);
    return here === undefined ? teamsOf(person, ids) : [];
  };

  /** Where the chosen team is at home, for whoever belongs to it or leads it: a button proves neither. */
  const homeOf = async (person: Person, id: string): Promise<ConversationRef | undefined> =>
    idsOf(person).includes(id) ? (await teams.glance(person.tenant, id))?.home : undefined;

  return { choices, homeOf };
};

export type WhichTeam = ReturnType<typeof makeWhichTeam>;
