import { idIn } from '../../chat/identity.ts';
import type { Message } from '../../delivery/message.ts';
import { messageKey } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { voice } from '../../i18n/translate.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { Directory } from '../../ports/directory.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { makeFitChannels } from '../audience.ts';
import { talkCard, tooSmallCard } from './course-cards.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly deliveries: Deliveries;
  readonly directory: Pick<Directory, 'channel'>;
  readonly allowPublicChannels: boolean;
  readonly clock: Clock;
}

/**
 * What a team that opens no round is told in its channels, but not where others could read along by now; nothing once
 * something newer is so.
 */
export const makeCourseParcels =
  ({ teams, deliveries, clock, ...deps }: Deps) =>
  async (message: Extract<Message, { kind: 'too-small' | 'talk' }>): Promise<readonly Parcel[]> => {
    const team = await teams.find(message.tenant, message.team);
    if (team === undefined) return [];
    const isTalk = message.kind === 'talk';
    const present = isTalk ? team.talk?.number : team.wayOn?.number;
    if (present !== message.number) return [];
    const card = (isTalk ? talkCard : tooSmallCard)(voice(team.language), team);
    return (await makeFitChannels(deps)(team)).map((to) => ({
      ref: { tenant: team.tenant, aggregate: team.id, key: `${messageKey(message)}/${idIn(to)}` },
      records: deliveries,
      forgetAt: forgottenAt('delivery-record', clock.now()),
      to,
      reader: { subject: team.id, zone: team.zone },
      card,
    }));
  };
