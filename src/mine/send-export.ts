import type { Errand } from '../delivery/errand.ts';
import { strong, voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Language } from '../i18n/language.ts';
import type { Person } from '../people/person.ts';
import type { ChatGateway } from '../ports/chat-gateway.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { People } from '../ports/people.ts';
import type { Tenants } from '../ports/tenants.ts';
import { PortError } from '../shared/errors.ts';
import { exportFiles } from './export-files.ts';
import type { FindMentions } from './find-mentions.ts';
import type { ReadMyData } from './my-data.ts';

interface Deps {
  readonly people: People;
  readonly tenants: Tenants;
  readonly gateway: ChatGateway;
  readonly languageOf: (person: Person) => Promise<Language>;
  readonly readMyData: ReadMyData;
  readonly findMentions: FindMentions;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Sends somebody the file they asked for. Tried once: they wait for it and can ask again, so that a message says when it
 * did not work. Only where the platform asks us to wait it comes again, as a PortError `rate-limited`.
 */
export const makeSendExport = (deps: Deps) => {
  const { people, tenants, gateway, clock, logger } = deps;

  const compose = async (say: Voice, person: Person) => {
    const now = clock.now();
    const data = await deps.readMyData(person);
    const mentions = await deps.findMentions(person.tenant, person.person);
    const departure = (await people.departures([person.person], now)).get(person.person);
    return exportFiles(say, { data, mentions, departure, now, zone: person.zone ?? 'UTC' });
  };

  const apologise = async (say: Voice, { person }: Person, error: PortError): Promise<void> => {
    logger.error('delivery-failed', { fault: error.reason });
    const nodes = [{ kind: 'paragraph' as const, text: say('export.sorry-text') }];
    await gateway.post(person, { title: strong(say('export.sorry')), nodes }).catch((again: unknown) => {
      if (!(again instanceof PortError)) throw again;
    });
  };

  return async ({ tenant, person }: Errand): Promise<void> => {
    const known = (await tenants.isActive(tenant)) ? await people.find(person) : undefined;
    if (known === undefined) return;
    const say = voice(await deps.languageOf(known));
    const files = await compose(say, known);
    try {
      await gateway.sendFiles(person, files, say('export.message'));
    } catch (error) {
      if (!(error instanceof PortError) || error.fault === 'rate-limited') throw error;
      await apologise(say, known, error);
    }
  };
};

export type SendExport = ReturnType<typeof makeSendExport>;
