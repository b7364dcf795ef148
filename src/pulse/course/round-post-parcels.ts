import { idIn } from '../../chat/identity.ts';
import type { Message } from '../../delivery/message.ts';
import { messageKey } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { voice } from '../../i18n/translate.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { Directory } from '../../ports/directory.ts';
import { makeFitChannels } from '../../team/audience.ts';
import { lastAsk } from '../asks/ask-batch.ts';
import type { AskingTeam } from '../answers/own-round.ts';
import { lastReminder } from './reminder-time.ts';
import { roundPostCard } from './round-post-cards.ts';
import type { RoundPost } from './round-post-cards.ts';
import { channelsOfRound, forgetAt } from '../round.ts';
import type { Round } from '../round.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly askingTeam: AskingTeam;
  /** In the vault: they die with their round. */
  readonly askDeliveries: Deliveries;
  readonly directory: Pick<Directory, 'channel'>;
  readonly allowPublicChannels: boolean;
}

/**
 * The post of an open round, in every channel of its team but those where others could read along by now; none once it
 * is closing, or stayed open after a reminder.
 */
export const makeRoundPostParcels =
  ({ rounds, askingTeam, askDeliveries, ...deps }: Deps) =>
  async (message: Extract<Message, { kind: RoundPost }>): Promise<readonly Parcel[]> => {
    const round = await rounds.find(message.tenant, message.round);
    const team = round && (await askingTeam(round));
    if (round === undefined || team === undefined) return [];
    if (message.kind === 'reminder' && round.extendedFrom !== undefined) return [];
    const ours = channelsOfRound(round, team);
    const fit = (await makeFitChannels(deps)(team)).filter((channel) => ours.includes(channel));
    return fit.map((channel) => ({
      ref: { tenant: round.tenant, aggregate: round.id, key: `${messageKey(message)}/${idIn(channel)}` },
      records: askDeliveries,
      forgetAt: forgetAt(round),
      to: channel,
      reader: { subject: team.id, zone: team.zone },
      notAfter: message.kind === 'reminder' ? lastReminder(round) : lastAsk(round),
      card: roundPostCard(voice(round.language), { round, team }, message.kind),
    }));
  };
