import type { PersonRef } from '../../chat/identity.ts';
import type { Card } from '../../chat/card.ts';
import type { Message } from '../../delivery/message.ts';
import { messageKey } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { voice } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import { languageOf } from '../../people/language-of.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { People } from '../../ports/people.ts';
import { leadInvitationCard, proposalOverCard } from './lead-messages.ts';
import { forgottenAt } from '../../retention/retention.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
}

type Invitation = Extract<Message, { kind: 'lead-invitation' | 'proposal-over' }>;

/** What finding somebody who leads needs said: to those who were named, and to who proposed the team. */
export const makeInvitationParcels = ({ teams, people, deliveries, clock }: Deps) => {
  const parcel = async (
    message: Invitation,
    team: Team,
    to: PersonRef,
    card: (say: Voice) => Card,
  ): Promise<Parcel> => {
    const person = await people.find(to);
    const language = person === undefined ? team.language : languageOf(person, team.language);
    return {
      ref: { tenant: team.tenant, aggregate: team.id, key: messageKey(message) },
      records: deliveries,
      forgetAt: forgottenAt('delivery-record', clock.now()),
      to,
      reader: {
        subject: to,
        zone: person?.zone ?? team.zone,
        // An invitation comes once a week at most, which keeps its own bound.
        asked: message.kind === 'proposal-over' && person?.team !== undefined,
      },
      card: card(voice(language)),
    };
  };

  return async (message: Invitation): Promise<readonly Parcel[]> => {
    const team = await teams.find(message.tenant, message.team);
    if (team === undefined) return [];
    if (message.kind === 'lead-invitation') {
      const invitation = team.invited?.find(({ id }) => id === message.invitation);
      // They may have decided by now.
      if (invitation === undefined) return [];
      return [
        await parcel(message, team, invitation.person, (say) => leadInvitationCard(say, team, invitation)),
      ];
    }
    // Somebody may have proposed it once more by now.
    if (team.state !== 'ended') return [];
    return [await parcel(message, team, team.setUpBy, (say) => proposalOverCard(say, team, message.why))];
  };
};
