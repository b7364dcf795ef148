import { makeIsAdmin } from '../admin/is-admin.ts';
import type { Settings } from '../admin/settings.ts';
import { makeErasePerson } from '../mine/erase-person.ts';
import type { Erasure } from '../mine/erasure.ts';
import { makeForget } from '../mine/forget-person.ts';
import { makeMyData } from '../mine/my-data.ts';
import { makeWhatDepends } from '../mine/what-depends.ts';
import { makeWithdraw } from '../mine/withdraw.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Keys } from '../ports/keys.ts';
import type { People } from '../ports/people.ts';
import type { Queue } from '../ports/queue.ts';
import type { VaultSlots } from '../ports/vault.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Round } from '../pulse/round.ts';
import { makeLeadsOf } from '../team/authority.ts';
import type { Team } from '../team/team.ts';
import { makeMineDesk } from './mine-desk.ts';
import type { MineDesk } from './mine-desk.ts';

interface Ports {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly settings: AggregateRepository<Settings>;
  readonly erasures: AggregateRepository<Erasure>;
  readonly people: People;
  readonly vault: VaultSlots;
  readonly keys: Keys;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** The desk for what is one's own, put together. */
export const openMineDesk = (ports: Ports, policy: { readonly door: string }): MineDesk =>
  makeMineDesk({
    ...ports,
    readMyData: makeMyData({ ...ports, isAdmin: makeIsAdmin(ports) }),
    whatDepends: makeWhatDepends({ ...ports, leadsOf: makeLeadsOf(ports) }),
    erasePerson: makeErasePerson({
      ...ports,
      forget: makeForget({ ...ports, withdraw: makeWithdraw(ports) }),
    }),
    policy,
  });
