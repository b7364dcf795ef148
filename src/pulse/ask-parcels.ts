import type { Message } from '../delivery/message.ts';
import type { Parcel } from '../delivery/parcel.ts';
import { voice } from '../i18n/translate.ts';
import { languageOf } from '../people/language-of.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { People } from '../ports/people.ts';
import type { AskBatch } from './ask-batch.ts';
import { lastAsk } from './ask-batch.ts';
import { askCard } from './ask-card.ts';
import { forgetAt } from './round.ts';
import type { Round } from './round.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly people: People;
  /** In the vault: they die with their round. */
  readonly askDeliveries: Deliveries;
}

/** The asks of one range, each in its person's language; none once the round is not open any more. */
export const makeAskParcels =
  ({ batches, rounds, people, askDeliveries }: Deps) =>
  async (message: Extract<Message, { kind: 'asks' }>): Promise<readonly Parcel[]> => {
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
          reader: { subject: to, zone: person.zone ?? round.zone },
          notAfter: lastAsk(round),
          card: askCard(voice(languageOf(person, round.language)), round, person.zone ?? round.zone),
        },
      ];
    });
  };
