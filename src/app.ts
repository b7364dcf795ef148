import type { Settings } from './admin/settings.ts';
import type { Erasure } from './mine/erasure.ts';
import type { Channels } from './ports/channels.ts';
import type { ChatGateway } from './ports/chat-gateway.ts';
import type { Calendar } from './ports/calendar.ts';
import type { Clock } from './ports/clock.ts';
import type { Comments } from './ports/comments.ts';
import type { Deliveries } from './ports/deliveries.ts';
import type { Directory } from './ports/directory.ts';
import type { Holdings } from './ports/holdings.ts';
import type { Keys } from './ports/keys.ts';
import type { Logger } from './ports/logger.ts';
import type { People } from './ports/people.ts';
import type { Queue } from './ports/queue.ts';
import type { Quiet } from './ports/quiet.ts';
import type { Tenants } from './ports/tenants.ts';
import type { AggregateRepository } from './ports/aggregate-repository.ts';
import type { Vault, VaultSlots } from './ports/vault.ts';
import type { AskBatch } from './pulse/asks/ask-batch.ts';
import type { Look } from './pulse/asks/look.ts';
import type { Round } from './pulse/round.ts';
import type { Removal } from './retention/removal.ts';
import type { Team } from './team/team.ts';

/** The outside world, as the workflows need it. */
export interface Ports {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly looks: AggregateRepository<Look>;
  readonly settings: AggregateRepository<Settings>;
  readonly erasures: AggregateRepository<Erasure>;
  readonly removals: AggregateRepository<Removal>;
  readonly holdings: Holdings;
  readonly channels: Channels;
  readonly people: People;
  readonly tenants: Tenants;
  readonly comments: Comments;
  readonly deliveries: Deliveries;
  readonly askDeliveries: Deliveries;
  readonly vault: Vault;
  readonly quiet: Quiet;
  readonly queue: Queue;
  readonly keys: Keys;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly directory: Directory;
  readonly gateway: ChatGateway;
}

/** As much of it as answering people takes: nothing is sent, and of an open round single slots are reached. */
export interface FrontPorts
  extends Omit<Ports, 'vault' | 'holdings' | 'deliveries' | 'askDeliveries' | 'quiet' | 'gateway'> {
  readonly vault: VaultSlots;
}

/** What an installation decides. */
export interface Policy {
  /** The command that opens everything, as typed: `/rahmen`. */
  readonly door: string;
  readonly allowPublicChannels: boolean;
  /** The platform's id of the first admin; nobody is one before that is named. */
  readonly firstAdmin?: string | undefined;
  /** Where the whole data sheet can be read. */
  readonly dataSheetUrl?: string | undefined;
  /** Whom to turn to when unwell. */
  readonly contact?: string | undefined;
}
