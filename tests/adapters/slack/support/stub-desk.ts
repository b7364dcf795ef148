import type { Card } from '../../../../src/chat/card.ts';
import type { Actor } from '../../../../src/chat/identity.ts';
import { text } from '../../../../src/chat/text.ts';
import type { Desk } from '../../../../src/desk/desk.ts';
import type { Happening, Inbound } from '../../../../src/desk/inbound.ts';
import type { Reply } from '../../../../src/desk/reply.ts';

export const aCard = (title: string): Card => ({ title: [text(title)], nodes: [] });

/** A desk that says what the test wants and notes what it was asked. */
export interface StubDesk extends Desk {
  readonly handled: Inbound[];
  readonly happenings: Happening[];
  readonly homes: Actor[];
  readonly apologies: (Actor | undefined)[];
  reply: () => Promise<Reply>;
  happen: () => Promise<void>;
  apologize: (actor: Actor | undefined) => Promise<Card>;
}

export const makeStubDesk = (): StubDesk => {
  const desk: StubDesk = {
    handled: [],
    happenings: [],
    homes: [],
    apologies: [],
    reply: async () => ({ kind: 'card', card: aCard('done') }),
    happen: async () => {},
    apologize: async () => aCard('sorry'),
    handle: async (inbound) => {
      desk.handled.push(inbound);
      return desk.reply();
    },
    home: async (actor) => {
      desk.homes.push(actor);
      return aCard('home');
    },
    happened: async (happening) => {
      await desk.happen();
      desk.happenings.push(happening);
    },
    apology: async (actor) => {
      desk.apologies.push(actor);
      return desk.apologize(actor);
    },
  };
  return desk;
};
