import type { PersonRef } from '../../chat/identity.ts';
import type { Message } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { voice } from '../../i18n/translate.ts';
import { isAway, todayOf } from '../../people/away.ts';
import { makeEndPauses } from '../../people/end-pauses.ts';
import { languageOf } from '../../people/language-of.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { People } from '../../ports/people.ts';
import type { Team } from '../../team/team.ts';
import type { AskBatch } from './ask-batch.ts';
import { lastAsk } from './ask-batch.ts';
import { askCard, sinceIn } from './ask-card.ts';
import type { AskingTeam } from '../answers/own-round.ts';
import { forgetAt } from '../round.ts';
import type { Round } from '../round.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly askingTeam: AskingTeam;
  readonly people: People;
  /** In the vault: they die with their round. */
  readonly askDeliveries: Deliveries;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** By direct message: chosen, or the team's way and nothing else chosen. */
const byMessage = ({ settings }: Person, { asks }: Pick<Team, 'asks'>): boolean =>
  settings?.asks === undefined ? asks !== 'channel' : settings.asks.kind === 'at';

/**
 * Who of them may be written to at this moment: they are still in the team (R27) and did not come to lead it since the
 * opening, are not on pause, and have not left the pulse.
 */
export const makeReachable = (deps: Pick<Deps, 'people' | 'calendar' | 'clock'>) => {
  const { people, calendar, clock } = deps;
  const endPauses = makeEndPauses(deps);
  return async (
    who: readonly PersonRef[],
    round: Pick<Round, 'team' | 'zone'>,
  ): Promise<readonly Person[]> => {
    const now = clock.now();
    const wants = (person: Person): boolean =>
      person.settings?.off !== true &&
      !isAway(person, todayOf(person, { now, calendar, fallback: round.zone }));
    const known = await endPauses(await people.findMany(who), round.zone);
    const isAsked = ({ team, leads }: Person): boolean => team === round.team && !leads.includes(round.team);
    return known.filter((person) => isAsked(person) && wants(person));
  };
};

/** The asks of one range, each in its person's language; none once nobody may be asked about the round any more. */
export const makeAskParcels = (deps: Deps) => {
  const { batches, rounds, askingTeam, people, askDeliveries } = deps;
  const reachable = makeReachable(deps);
  return async (message: Extract<Message, { kind: 'asks' }>): Promise<readonly Parcel[]> => {
    const batch = await batches.find(message.tenant, message.batch);
    const round = batch === undefined ? undefined : await rounds.find(message.tenant, batch.round);
    const team = round && (await askingTeam(round));
    if (batch === undefined || round === undefined || team === undefined) return [];
    const range = batch.people.slice(message.from, message.to);
    const found = new Map((await reachable(range, round)).map((person) => [person.person, person]));
    return range.flatMap((to, index): readonly Parcel[] => {
      const person = found.get(to);
      if (person === undefined || !byMessage(person, team)) return [];
      const zone = person.zone ?? round.zone;
      const first = person.promisedIn !== team.id;
      return [
        {
          ref: { tenant: round.tenant, aggregate: round.id, key: `ask/${batch.id}/${message.from + index}` },
          records: askDeliveries,
          forgetAt: forgetAt(round),
          to,
          reader: { subject: to, zone },
          notAfter: lastAsk(round),
          card: askCard(
            voice(languageOf(person, round.language)),
            round,
            zone,
            first ? sinceIn(team, round) : undefined,
          ),
          ...(first && { posted: () => people.promised(to, team.id) }),
        },
      ];
    });
  };
};
