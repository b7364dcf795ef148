import type { Policy, Ports } from '../app.ts';
import { makeDeliver } from '../delivery/deliver.ts';
import type { Errand } from '../delivery/errand.ts';
import type { Message } from '../delivery/message.ts';
import { makeParcels } from '../delivery/make-parcels.ts';
import { makeQuietGate } from '../delivery/quiet-gate.ts';
import { openExport } from '../mine/open-export.ts';
import { makeLanguageOf } from '../people/language-of.ts';

/** Sends what was decided, and what somebody asked for a moment ago. */
export type Post = (message: Message | Errand, hasTime?: () => boolean) => Promise<void>;

export const makePost = (
  ports: Ports,
  { allowPublicChannels }: Pick<Policy, 'allowPublicChannels'>,
): Post => {
  const deliver = makeDeliver({
    ...ports,
    parcels: makeParcels({ ...ports, allowPublicChannels }),
    gate: makeQuietGate(ports),
  });
  const sendExport = openExport({ ...ports, languageOf: makeLanguageOf(ports) });
  return (message, hasTime) => (message.kind === 'export' ? sendExport(message) : deliver(message, hasTime));
};
