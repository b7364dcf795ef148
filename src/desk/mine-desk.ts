import type { PersonRef } from '../chat/identity.ts';
import type { Errand } from '../delivery/errand.ts';
import { errandKey } from '../delivery/errand.ts';
import { eraseForm, eraseReceipt } from '../mine/erase-messages.ts';
import type { ErasePerson } from '../mine/erase-person.ts';
import { mineCard } from '../mine/mine-card.ts';
import type { ReadMyData } from '../mine/my-data.ts';
import type { WhatDepends } from '../mine/what-depends.ts';
import type { Clock } from '../ports/clock.ts';
import type { Queue } from '../ports/queue.ts';
import { minutes } from '../shared/time.ts';
import { sentence } from './desk-cards.ts';
import { platformName } from './platform-name.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface MineDeskDeps {
  readonly readMyData: ReadMyData;
  readonly whatDepends: WhatDepends;
  readonly erasePerson: ErasePerson;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly policy: { readonly door: string };
}

/** What is stored about the one who speaks: to read, to take along, to erase. Nobody reads another one's. */
export const makeMineDesk = (deps: MineDeskDeps) => {
  const { readMyData, whatDepends, erasePerson, queue, clock, policy } = deps;

  const placeOf = (tenant: Errand['tenant']) => ({ door: policy.door, platform: platformName(tenant) });

  const order = async (tenant: Errand['tenant'], person: PersonRef): Promise<void> => {
    const message: Errand = { kind: 'export', tenant, person };
    const deduplicationId = errandKey(message, Math.floor(clock.now() / minutes(1)));
    await queue.enqueueMessages([{ message, tenant, lane: 'now', deduplicationId }]);
  };

  const exported = async ({ person, say }: Speaker): Promise<Reply> => {
    await order(person.tenant, person.person);
    return asNotice(say, sentence(say('export.coming')));
  };

  const eraseButton = async ({ person, say }: Speaker): Promise<Reply> => ({
    kind: 'form',
    form: eraseForm(say, await whatDepends(person), placeOf(person.tenant)),
  });

  return {
    mine: async ({ person, say }: Speaker): Promise<Reply> => asCard(mineCard(say, await readMyData(person))),
    pressed: (speaker: Speaker, act: 'export' | 'erase'): Promise<Reply> =>
      act === 'export' ? exported(speaker) : eraseButton(speaker),
    erased: async ({ person, say, zone }: Speaker, nonce: string): Promise<Reply> => {
      const withdrawn = await erasePerson(person);
      const receipt = { withdrawn, nonce, now: clock.now(), zone };
      return {
        kind: 'notice',
        notice: eraseReceipt(say, receipt, placeOf(person.tenant)),
      };
    },
  };
};

export type MineDesk = ReturnType<typeof makeMineDesk>;
