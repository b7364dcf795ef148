import type { Intent, SharedMessage } from '../chat/actions.ts';
import type { Card, CardNode } from '../chat/card.ts';
import type { ConversationRef } from '../chat/identity.ts';
import { text } from '../chat/text.ts';
import type { Text } from '../chat/text.ts';
import { dateText } from '../i18n/dates.ts';
import { strong, voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import { resultCard } from '../pulse/results/result-card.ts';
import { roundPostCard } from '../pulse/course/round-post-cards.ts';
import type { RoundPost } from '../pulse/course/round-post-cards.ts';
import type { Round } from '../pulse/round.ts';
import { assertNever } from '../shared/errors.ts';
import type { Zone } from '../shared/time.ts';
import { changeCard } from '../team/change/change-words.ts';
import { talkCard, tooSmallCard } from '../team/course/course-cards.ts';
import { asPromised, promiseCard, promiseId } from '../team/notices/team-messages.ts';
import { channelsOf } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import { sentence } from './desk-cards.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface SharedDeskDeps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
}

/** A shared message as its record is now; nothing when the record does not hold it any more. */
interface Found {
  readonly team: Team;
  readonly card: (say: Voice) => Card;
}

type Read = (deps: SharedDeskDeps, tenant: Person['tenant'], id: string) => Promise<Found | undefined>;

/** What an open round says in its channels; once it is over there is nothing left to answer. */
const roundPost =
  (post: RoundPost): Read =>
  async ({ teams, rounds }, tenant, id) => {
    const round = await rounds.glance(tenant, id);
    const team = round?.state === 'open' ? await teams.glance(tenant, round.team) : undefined;
    if (round === undefined || team === undefined) return undefined;
    return { team, card: (say) => roundPostCard(say, { round, team }, post) };
  };

/** How each shared message is read from its record (R10): the texts of both languages stand there. */
const READ = {
  promise: async ({ teams }, tenant, id) => {
    const team = await teams.glance(tenant, id.slice(0, id.indexOf('/')));
    if (team === undefined) return undefined;
    const shown = asPromised(team);
    const present = shown.nextOpening !== undefined && id === promiseId(shown);
    return present ? { team, card: (say) => promiseCard(say, shown) } : undefined;
  },
  result: async ({ teams, rounds }, tenant, id) => {
    const round = await rounds.glance(tenant, id);
    const team = round?.published === true ? await teams.glance(tenant, round.team) : undefined;
    if (round === undefined || team === undefined) return undefined;
    return { team, card: (say) => resultCard(say, round, team) };
  },
  'team-changed': async ({ teams }, tenant, id) => {
    const team = await teams.glance(tenant, id.slice(0, id.indexOf('/')));
    const change = team?.log?.find((entry) => id === `${team.id}/${entry.id}`);
    return team === undefined || change === undefined
      ? undefined
      : { team, card: (say) => changeCard(say, team, change) };
  },
  'round-ask': roundPost('round-ask'),
  reminder: roundPost('reminder'),
  extension: roundPost('extension'),
  'too-small': async ({ teams }, tenant, id) => {
    const team = await teams.glance(tenant, id.slice(0, id.indexOf('/')));
    const present = team?.wayOn?.asked === 'too-small' && id === `${team.id}/${team.wayOn.number}`;
    return present ? { team, card: (say) => tooSmallCard(say, team) } : undefined;
  },
  talk: async ({ teams }, tenant, id) => {
    const team = await teams.glance(tenant, id.slice(0, id.indexOf('/')));
    const present = team?.talk !== undefined && id === `${team.id}/${team.talk.number}`;
    return present ? { team, card: (say) => talkCard(say, team) } : undefined;
  },
} satisfies Record<SharedMessage['what'], Read>;

/** Who could read it in the channel: the team's people, its leads, and whoever stands where it was posted. */
const mayRead = ({ team, leads }: Person, read: Team, from: ConversationRef | undefined): boolean =>
  team === read.id || leads.includes(read.id) || channelsOf(read).some((channel) => channel === from);

/** Who reads it in this language needs no button for the other one. */
const withoutLanguage = (node: CardNode): readonly CardNode[] => {
  if (node.kind !== 'actions') return [node];
  const buttons = node.buttons.filter(({ intent }) => intent.kind !== 'in-language');
  return buttons.length === 0 ? [] : [{ ...node, buttons }];
};

/** A platform writes dates in the language of its own client: here they are words like all others. */
const asWords =
  ({ language }: Voice, zone: Zone) =>
  (spans: Text): Text =>
    spans.map((span) =>
      span.kind === 'time' ? text(dateText(span.instant, zone, language, span.style)) : span,
    );

const nodeInWords = (node: CardNode, words: (spans: Text) => Text): CardNode => {
  switch (node.kind) {
    case 'paragraph':
    case 'footnote':
      return { ...node, text: words(node.text) };
    case 'list':
      return { ...node, items: node.items.map(words) };
    case 'facts':
      return {
        ...node,
        facts: node.facts.map((fact) => ({ label: words(fact.label), value: words(fact.value) })),
      };
    case 'divider':
    case 'actions':
      return node;
    default:
      return assertNever(node);
  }
};

type InLanguage = Extract<Intent, { kind: 'in-language' }>;

/** What a channel reads, in the language that one of its readers asked for. */
export const makeSharedDesk = (deps: SharedDeskDeps) => {
  const inLanguage = async (
    { person, say, zone }: Speaker,
    { what, id, language }: InLanguage,
    from: ConversationRef | undefined,
  ): Promise<Reply> => {
    const found = await READ[what](deps, person.tenant, id);
    if (found === undefined) return asNotice(say, sentence(refusalText(say, { code: 'message-gone' })));
    if (!mayRead(person, found.team, from)) {
      return asNotice(say, sentence(refusalText(say, { code: 'message-not-for-you' })));
    }
    const other = voice(language);
    const { title, nodes } = found.card(other);
    const words = asWords(other, zone);
    return asNotice(other, {
      title: strong(words(title)),
      nodes: nodes.flatMap(withoutLanguage).map((node) => nodeInWords(node, words)),
    });
  };

  return { inLanguage };
};

export type SharedDesk = ReturnType<typeof makeSharedDesk>;
