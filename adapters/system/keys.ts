import { createHmac, randomBytes } from 'node:crypto';
import type { Keys } from '../../src/ports/keys.ts';

const hmac = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('hex');

export const makeSystemKeys = (): Keys => ({
  newKey: () => Uint8Array.from(randomBytes(32)),
  slotOf: (key, person) => hmac(key, person),
  // A person's ref begins with the platform, so no label can give the name of a slot away.
  orderOf: (key, label) => hmac(key, `order/${label}`),
  forget: (key) => {
    key.fill(0);
  },
});
