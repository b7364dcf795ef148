import { idIn } from '../../chat/identity.ts';
import type { ConversationRef, MessageRef } from '../../chat/identity.ts';
import { forChannel } from '../../chat/other-language.ts';
import type { Text } from '../../chat/text.ts';
import type { Message, TeamNotice } from '../../delivery/message.ts';
import { laneOf, messageKey } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { label, voice } from '../../i18n/translate.ts';
import { languageOf } from '../../people/language-of.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { ChatGateway } from '../../ports/chat-gateway.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries, DeliveryRef } from '../../ports/deliveries.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import type { Queue } from '../../ports/queue.ts';
import { InvariantError, PortError } from '../../shared/errors.ts';
import { unfitness } from '../../team/audience.ts';
import { notices } from '../../team/notices/notices.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { openingOf } from '../../team/team.ts';
import type { Team } from '../../team/team.ts';
import { changed } from '../../work/aggregate.ts';
import { leadCard, resultCard } from './result-card.ts';
import { channelsOfRound } from '../round.ts';
import type { Round } from '../round.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly people: People;
  readonly deliveries: Deliveries;
  readonly gateway: Pick<ChatGateway, 'linkTo'>;
  readonly directory: Pick<Directory, 'channel'>;
  readonly allowPublicChannels: boolean;
  readonly queue: Queue;
  readonly clock: Clock;
}

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

const resultRef = (round: Round): DeliveryRef => ({
  tenant: round.tenant,
  aggregate: round.id,
  key: messageKey({ kind: 'result', tenant: round.tenant, round: round.id }),
});

const published = async (
  { rounds, teams }: Deps,
  message: Of<'result' | 'result-for-lead'>,
): Promise<{ readonly round: Round; readonly team: Team } | undefined> => {
  const round = await rounds.find(message.tenant, message.round);
  if (round?.state !== 'closed') return undefined;
  const team = await teams.find(message.tenant, round.team);
  if (team === undefined) throw new InvariantError('a round without its team');
  return { round, team };
};

const enqueue = ({ queue }: Deps, messages: readonly Message[]): Promise<void> =>
  queue.enqueueMessages(
    messages.map((message) => ({
      message,
      tenant: message.tenant,
      lane: laneOf(message),
      deduplicationId: `${messageKey(message)}#0`,
    })),
  );

/** Nobody reads a result before its team has it; a result that never stood in the channel is read by nobody. */
const notePublished = async ({ rounds, clock }: Deps, { tenant, id }: Round): Promise<void> => {
  const round = await rounds.find(tenant, id);
  if (round === undefined || round.published === true) return;
  const change = { command: `published/${id}`, what: 'published', now: clock.now() };
  await rounds.save(changed<Round>({ ...round, published: true, due: undefined }, change));
};

/** Not where others could read along by now. */
const withheld = async (
  { directory, allowPublicChannels }: Deps,
  to: ConversationRef,
): Promise<Pick<Parcel, 'withhold'>> => {
  const unfit = unfitness(await directory.channel(to), allowPublicChannels);
  return unfit === undefined ? {} : { withhold: unfit };
};

/** What keeps it from its home; it may stand in a further channel, where people and leads can read it by word. */
const unpublished = async ({ rounds }: Deps, { tenant, id }: Round): Promise<TeamNotice> =>
  (await rounds.find(tenant, id))?.published === true ? 'result-not-at-home' : 'result-unpublished';

/**
 * The team's post in each of its channels, its home last; the leads' copies go out only once it stands there, and not at
 * all if it cannot (R19). Withheld where others could read along by now, in that channel alone.
 */
export const makeResultParcels =
  (deps: Deps) =>
  async (message: Of<'result'>): Promise<readonly Parcel[]> => {
    const found = await published(deps, message);
    if (found === undefined) return [];
    const { round, team } = found;
    const copies = round.leads.map((_, lead): Message => ({ ...message, kind: 'result-for-lead', lead }));
    const untold = { ...team, nextOpening: { ...openingOf(team), number: round.number } };
    const say = voice(round.language);
    const everywhere = {
      records: deps.deliveries,
      forgetAt: forgottenAt('delivery-record', deps.clock.now()),
      reader: { subject: team.id, zone: team.zone },
      card: forChannel(say, resultCard(say, round, team), { what: 'result', id: round.id }),
    };
    const further: Parcel[] = [];
    for (const to of channelsOfRound(round, team).filter((channel) => channel !== round.home)) {
      further.push({
        ...everywhere,
        ref: { ...resultRef(round), key: `${messageKey(message)}/in/${idIn(to)}` },
        to,
        ...(await withheld(deps, to)),
        posted: () => notePublished(deps, round),
      });
    }
    return [
      ...further,
      {
        ...everywhere,
        ref: resultRef(round),
        to: round.home,
        ...(await withheld(deps, round.home)),
        posted: async () => {
          await notePublished(deps, round);
          await enqueue(deps, copies);
        },
        refused: async () => enqueue(deps, notices(untold, await unpublished(deps, round))),
        // The channel is as it was, so all may read it by word, at the same time.
        silenced: () => notePublished(deps, round),
      },
    ];
  };

/** The link, or the channel's name where there is none, or none any more: that must not keep the copy back. */
const linkText = async ({ gateway }: Deps, words: Text, posted: MessageRef): Promise<Text> => {
  const url = await gateway.linkTo(posted).catch((error: unknown) => {
    if (error instanceof PortError && error.fault === 'rate-limited') throw error;
    return undefined;
  });
  return url === undefined
    ? [{ kind: 'conversation', conversation: posted.conversation }]
    : [{ kind: 'link', text: label(words), url }];
};

/** One lead's copy: the same content as the team's, with a link to it. */
export const makeLeadParcels =
  (deps: Deps) =>
  async (message: Of<'result-for-lead'>): Promise<readonly Parcel[]> => {
    const found = await published(deps, message);
    const lead = found?.round.leads[message.lead];
    if (found === undefined || lead === undefined) return [];
    const { round, team } = found;
    const posted = await deps.deliveries.posted(resultRef(round));
    if (posted === undefined) return [];
    const person = await deps.people.find(lead);
    // Who leads no more since the round was opened gets nothing of it.
    if (!person?.leads.includes(team.id)) return [];
    const say = voice(languageOf(person, round.language));
    const shown = {
      reached: round.result?.reached === true,
      team: resultCard(say, round, team),
    };
    const words = say(shown.reached ? 'lead.link' : 'lead.link-unreached');
    const card = leadCard(say, shown, await linkText(deps, words, posted));
    const ref = { tenant: round.tenant, aggregate: round.id, key: `${messageKey(message)}/${idIn(lead)}` };
    const reader = { subject: lead, zone: person.zone ?? round.zone, asked: person.team !== undefined };
    return [
      {
        ref,
        records: deps.deliveries,
        forgetAt: forgottenAt('delivery-record', deps.clock.now()),
        to: lead,
        reader,
        card,
      },
    ];
  };
