import { makeIsAdmin } from '../admin/is-admin.ts';
import type { Settings } from '../admin/settings.ts';
import type { Language } from '../i18n/language.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { ChatGateway } from '../ports/chat-gateway.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { People } from '../ports/people.ts';
import type { Tenants } from '../ports/tenants.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import { makeFindMentions } from './find-mentions.ts';
import { makeMyData } from './my-data.ts';
import { makeSendExport } from './send-export.ts';
import type { SendExport } from './send-export.ts';

interface Ports {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly settings: AggregateRepository<Settings>;
  readonly people: People;
  readonly tenants: Tenants;
  readonly gateway: ChatGateway;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly languageOf: (person: Person) => Promise<Language>;
}

/** Sending somebody what is stored about them, put together. */
export const openExport = (ports: Ports): SendExport =>
  makeSendExport({
    ...ports,
    readMyData: makeMyData({ ...ports, isAdmin: makeIsAdmin(ports) }),
    findMentions: makeFindMentions(ports),
  });
