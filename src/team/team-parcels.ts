import type { Message } from '../delivery/message.ts';
import { messageKey } from '../delivery/message.ts';
import type { Parcel } from '../delivery/parcel.ts';
import { voice } from '../i18n/translate.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { People } from '../ports/people.ts';
import { days } from '../shared/time.ts';
import { promiseCard, teamNoticeCard } from './team-messages.ts';
import type { Team } from './team.ts';

/** Delivery records of teams and results are kept this long (texts.md 6). */
export const RECORD_KEPT = days(30);

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
}

type TeamMessage = Extract<Message, { kind: 'promise' | 'team-notice' }>;

/** What a team has to say: the promise in its channel, notices to its leads in their own language. */
export const makeTeamParcels =
  ({ teams, people, deliveries, clock }: Deps) =>
  async (message: TeamMessage): Promise<readonly Parcel[]> => {
    const team = await teams.find(message.tenant, message.team);
    if (team === undefined) return [];
    const record = {
      ref: { tenant: message.tenant, aggregate: team.id, key: messageKey(message) },
      records: deliveries,
      forgetAt: clock.now() + RECORD_KEPT,
    };
    if (message.kind === 'promise') {
      return [{ ...record, to: team.home, card: promiseCard(voice(team.language), team) }];
    }
    const lead = team.leads[message.lead];
    const person = lead === undefined ? undefined : await people.find(lead);
    // Who left the channel leads no more, and hears nothing more of it.
    if (lead === undefined || !person?.leads.includes(team.id)) return [];
    const language = person.language ?? team.language;
    return [{ ...record, to: lead, card: teamNoticeCard(voice(language), team, message.notice) }];
  };
