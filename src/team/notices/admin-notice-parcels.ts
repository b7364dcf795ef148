import { SETTINGS_ID } from '../../admin/settings.ts';
import type { Settings } from '../../admin/settings.ts';
import { idIn } from '../../chat/identity.ts';
import type { Card } from '../../chat/card.ts';
import type { Message } from '../../delivery/message.ts';
import { messageKey } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { voice } from '../../i18n/translate.ts';
import type { LanguageOf } from '../../people/language-of.ts';
import { isFullMember } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { leadsIt, makeLeadsOf } from '../authority.ts';
import { teamNoticeCard } from './team-messages.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly settings: AggregateRepository<Settings>;
  readonly people: Pick<People, 'find' | 'findMany'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly deliveries: Deliveries;
  readonly languageOf: LanguageOf;
  readonly clock: Clock;
}

/**
 * What keeps a team from its round, to the admins (R27): where its channel cannot be read, and whatever it is where nobody
 * leads the team at this moment. Not to an admin who leads it, who has the same as a lead.
 */
export const makeAdminNoticeParcels = (deps: Deps) => {
  const { teams, settings, people, directory, deliveries, languageOf, clock } = deps;
  const leadsOf = makeLeadsOf(deps);

  const adminsOf = async ({ tenant }: Team): Promise<readonly Person[]> => {
    const admins: Person[] = [];
    for (const admin of (await settings.find(tenant, SETTINGS_ID))?.admins ?? []) {
      // Whoever was appointed may never have used the app.
      const profile = (await people.find(admin)) ?? (await directory.person(admin));
      if (profile !== undefined && isFullMember(profile)) admins.push({ leads: [], ...profile });
    }
    return admins;
  };

  return async (message: Extract<Message, { kind: 'admin-notice' }>): Promise<readonly Parcel[]> => {
    const team = await teams.find(message.tenant, message.team);
    if (team === undefined) return [];
    const isLed = (await leadsOf(team)).length > 0;
    if (isLed && message.notice !== 'channel-unreadable') return [];
    const parcels: Parcel[] = [];
    for (const admin of await adminsOf(team)) {
      if (leadsIt(admin, team)) continue;
      const say = voice(await languageOf(admin));
      const { title, nodes } = teamNoticeCard(say, team, message.notice);
      const why = say(isLed ? 'notice.for-admins' : 'notice.for-admins-leaderless');
      const card: Card = { title, nodes: [...nodes, { kind: 'footnote', text: why }] };
      parcels.push({
        ref: {
          tenant: team.tenant,
          aggregate: team.id,
          key: `${messageKey(message)}/${idIn(admin.person)}`,
        },
        records: deliveries,
        forgetAt: forgottenAt('delivery-record', clock.now()),
        to: admin.person,
        reader: { subject: admin.person, zone: admin.zone ?? team.zone, asked: admin.team !== undefined },
        card,
      });
    }
    return parcels;
  };
};
