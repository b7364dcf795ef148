import { idIn } from '../chat/identity.ts';
import type { MessageRef } from '../chat/identity.ts';
import type { Text } from '../chat/text.ts';
import type { Message } from '../delivery/message.ts';
import { laneOf, messageKey } from '../delivery/message.ts';
import type { Parcel } from '../delivery/parcel.ts';
import { label, voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { ChatGateway } from '../ports/chat-gateway.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries, DeliveryRef } from '../ports/deliveries.ts';
import type { People } from '../ports/people.ts';
import type { Queue } from '../ports/queue.ts';
import { InvariantError } from '../shared/errors.ts';
import { leadNotices } from '../team/notices.ts';
import { RECORD_KEPT } from '../team/team-parcels.ts';
import { openingOf } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import { askCard } from './ask-card.ts';
import type { AskBatch } from './ask-batch.ts';
import { leadCard, resultCard } from './result-card.ts';
import { forgetAt } from './round.ts';
import type { Round } from './round.ts';

export interface PulseParcelDeps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly people: People;
  /** In the state table. */
  readonly deliveries: Deliveries;
  /** In the vault: they die with their round. */
  readonly askDeliveries: Deliveries;
  readonly gateway: Pick<ChatGateway, 'linkTo'>;
  readonly queue: Queue;
  readonly clock: Clock;
}

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

/** The asks of one range, each in its person's language; none once the round is not open any more. */
export const makeAskParcels =
  ({ batches, rounds, people, askDeliveries }: PulseParcelDeps) =>
  async (message: Of<'asks'>): Promise<readonly Parcel[]> => {
    const batch = await batches.find(message.tenant, message.batch);
    const round = batch === undefined ? undefined : await rounds.find(message.tenant, batch.round);
    if (batch === undefined || round?.state !== 'open') return [];
    const range = batch.people.slice(message.from, message.to);
    const known = new Map((await people.findMany(range)).map((person) => [person.person, person]));
    return range.flatMap((to, index): readonly Parcel[] => {
      const person = known.get(to);
      // Who left the team since the roster was frozen keeps the slot and gets no more messages (R27).
      if (person?.team !== round.team) return [];
      return [
        {
          ref: { tenant: round.tenant, aggregate: round.id, key: `ask/${batch.id}/${message.from + index}` },
          records: askDeliveries,
          forgetAt: forgetAt(round),
          to,
          card: askCard(voice(person.language ?? round.language), round, person.zone ?? round.zone),
        },
      ];
    });
  };

const resultRef = (round: Round): DeliveryRef => ({
  tenant: round.tenant,
  aggregate: round.id,
  key: messageKey({ kind: 'result', tenant: round.tenant, round: round.id }),
});

const published = async (
  { rounds, teams }: PulseParcelDeps,
  message: Of<'result' | 'result-for-lead'>,
): Promise<{ readonly round: Round; readonly team: Team } | undefined> => {
  const round = await rounds.find(message.tenant, message.round);
  if (round?.state !== 'closed') return undefined;
  const team = await teams.find(message.tenant, round.team);
  if (team === undefined) throw new InvariantError('a round without its team');
  return { round, team };
};

const enqueue = ({ queue }: PulseParcelDeps, messages: readonly Message[]): Promise<void> =>
  queue.enqueueMessages(
    messages.map((message) => ({
      message,
      tenant: message.tenant,
      lane: laneOf(message),
      deduplicationId: `${messageKey(message)}#0`,
    })),
  );

/** The team's post; the leads' copies go out only once it stands, and not at all if it cannot (R19). */
export const makeResultParcels =
  (deps: PulseParcelDeps) =>
  async (message: Of<'result'>): Promise<readonly Parcel[]> => {
    const found = await published(deps, message);
    if (found === undefined) return [];
    const { round, team } = found;
    const copies = round.leads.map((_, lead): Message => ({ ...message, kind: 'result-for-lead', lead }));
    const untold = {
      ...team,
      leads: round.leads,
      nextOpening: { ...openingOf(team), number: round.number },
    };
    return [
      {
        ref: resultRef(round),
        records: deps.deliveries,
        forgetAt: deps.clock.now() + RECORD_KEPT,
        to: round.home,
        card: resultCard(voice(round.language), round, openingOf(team).instant),
        posted: () => enqueue(deps, copies),
        refused: () => enqueue(deps, leadNotices(untold, 'result-unpublished')),
      },
    ];
  };

const linkText = async ({ gateway }: PulseParcelDeps, say: Voice, posted: MessageRef): Promise<Text> => {
  const url = await gateway.linkTo(posted);
  return url === undefined
    ? [{ kind: 'conversation', conversation: posted.conversation }]
    : [{ kind: 'link', text: label(say('lead.link')), url }];
};

/** One lead's copy: the same content as the team's, with a link to it. */
export const makeLeadParcels =
  (deps: PulseParcelDeps) =>
  async (message: Of<'result-for-lead'>): Promise<readonly Parcel[]> => {
    const found = await published(deps, message);
    const lead = found?.round.leads[message.lead];
    if (found === undefined || lead === undefined) return [];
    const { round, team } = found;
    const posted = await deps.deliveries.posted(resultRef(round));
    if (posted === undefined) return [];
    const say = voice((await deps.people.find(lead))?.language ?? round.language);
    const card = leadCard(
      say,
      resultCard(say, round, openingOf(team).instant),
      await linkText(deps, say, posted),
    );
    const ref = { tenant: round.tenant, aggregate: round.id, key: `${messageKey(message)}/${idIn(lead)}` };
    return [{ ref, records: deps.deliveries, forgetAt: deps.clock.now() + RECORD_KEPT, to: lead, card }];
  };
