import type { shared as en } from '../en/shared.ts';
import type { Template } from '../catalogue.ts';

/** Was ein Kanal liest, was getippt wird, wo es nicht hingehört, und Ruhe. */
export const shared = {
  'refusal.message-gone': 'Woraus diese Nachricht entstanden ist, habe ich nicht mehr.',
  'refusal.message-not-for-you': 'Diese Nachricht gehört einem anderen Team.',
} as const satisfies Readonly<Record<keyof typeof en, Template>>;
