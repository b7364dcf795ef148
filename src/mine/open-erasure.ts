import type { Settings } from '../admin/settings.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Holdings } from '../ports/holdings.ts';
import type { Keys } from '../ports/keys.ts';
import type { People } from '../ports/people.ts';
import type { Quiet } from '../ports/quiet.ts';
import type { Tenants } from '../ports/tenants.ts';
import type { Vault } from '../ports/vault.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Round } from '../pulse/round.ts';
import { makeTidyRoster } from '../pulse/roster/tidy-roster.ts';
import type { NoteLeads } from '../team/leads/note-leads.ts';
import type { Team } from '../team/team.ts';
import type { Erasure } from './erasure.ts';
import { makeForget } from './forget-person.ts';
import { makeRunErasure } from './run-erasure.ts';
import { makeSweep } from './sweep.ts';
import { makeWithdraw } from './withdraw.ts';

interface Ports {
  readonly erasures: AggregateRepository<Erasure>;
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly settings: AggregateRepository<Settings>;
  readonly people: People;
  readonly tenants: Tenants;
  readonly directory: Directory;
  readonly holdings: Holdings;
  readonly quiet: Quiet;
  readonly vault: Vault;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly noteLeads: NoteLeads;
}

/** The work of an erasure, put together. */
export const openErasure = (ports: Ports): ReturnType<typeof makeRunErasure> => {
  const withdraw = makeWithdraw(ports);
  return makeRunErasure({
    ...ports,
    forget: makeForget({ ...ports, withdraw }),
    sweep: makeSweep({ ...ports, withdraw, tidyRoster: makeTidyRoster(ports) }),
  });
};
