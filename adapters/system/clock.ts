import type { Clock } from '../../src/ports/clock.ts';

export const makeSystemClock = (): Clock => ({ now: () => Date.now() });
