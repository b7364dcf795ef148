import type { PersonRef } from '../../chat/identity.ts';
import type { Message } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { voice } from '../../i18n/translate.ts';
import { languageOf } from '../../people/language-of.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { Keys } from '../../ports/keys.ts';
import type { People } from '../../ports/people.ts';
import type { RoundRef, Vault } from '../../ports/vault.ts';
import type { Instant } from '../../shared/time.ts';
import type { AskBatch } from './ask-batch.ts';
import { lastAsk } from './ask-batch.ts';
import { makeReachable } from './ask-parcels.ts';
import { laterCard } from './later-cards.ts';
import type { AskingTeam } from '../answers/own-round.ts';
import { forgetAt } from '../round.ts';
import type { Round } from '../round.ts';
import { storedRoster } from '../roster/stored-roster.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly askingTeam: AskingTeam;
  readonly batches: AggregateRepository<AskBatch>;
  readonly vault: Vault;
  readonly keys: Keys;
  readonly people: People;
  /** In the vault: they die with their round. */
  readonly askDeliveries: Deliveries;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/**
 * The places on the frozen roster of those who are marked for a moment. Only with the round's key can a mark be told to
 * be somebody's, and only here it is, for as long as it takes to send.
 */
const makeMarkedPlaces =
  ({ batches, vault, keys }: Pick<Deps, 'batches' | 'vault' | 'keys'>) =>
  async (ref: RoundRef, at: Instant): Promise<ReadonlyMap<PersonRef, number>> => {
    const marked = new Set(await vault.marked(ref, at));
    const found = marked.size === 0 ? undefined : await vault.head(ref);
    if (found === undefined) return new Map();
    const roster = (await storedRoster(batches, ref.tenant, ref.round)) ?? [];
    const places = roster
      .map((person, place) => [person, place] as const)
      .filter(([person]) => marked.has(keys.slotOf(found.key, person)));
    keys.forget(found.key);
    return new Map(places);
  };

/** Asks once more whoever wanted it, whether or not they have answered meanwhile: nobody here knows that (R4). */
export const makeLaterParcels = (deps: Deps) => {
  const { rounds, askingTeam, askDeliveries } = deps;
  const markedPlaces = makeMarkedPlaces(deps);
  const reachable = makeReachable(deps);
  return async (message: Extract<Message, { kind: 'later' }>): Promise<readonly Parcel[]> => {
    const round = await rounds.find(message.tenant, message.round);
    if (round === undefined || (await askingTeam(round)) === undefined) return [];
    const places = await markedPlaces({ tenant: round.tenant, round: round.id }, message.at);
    const people = await reachable([...places.keys()], round);
    return people.map((person) => {
      const zone = person.zone ?? round.zone;
      return {
        ref: {
          tenant: round.tenant,
          aggregate: round.id,
          // By place and not by slot: beside where it was posted, a slot's name would be somebody's.
          key: `later/${places.get(person.person)}`,
        },
        records: askDeliveries,
        forgetAt: forgetAt(round),
        to: person.person,
        reader: { subject: person.person, zone },
        notAfter: lastAsk(round),
        card: laterCard(voice(languageOf(person, round.language)), round, zone),
      };
    });
  };
};
