import type { PersonRef } from '../../chat/identity.ts';
import type { Instant, Zone } from '../../shared/time.ts';
import type { Way } from './way-on.ts';

/** Every way choosing how a team goes on says no. */
export type WayRefusal =
  | { readonly code: 'way-over' }
  | { readonly code: 'way-not-yours' }
  | { readonly code: 'way-decided'; readonly way: Way; readonly by?: PersonRef | undefined };

/** Every way skipping a round or starting one by hand says no, beside those of changing a team. */
export type CourseRefusal =
  | { readonly code: 'nothing-planned' }
  | { readonly code: 'not-released' }
  | { readonly code: 'not-on-a-holiday' }
  /** `next`: when it can be started. */
  | { readonly code: 'start-too-early'; readonly next: Instant; readonly zone: Zone }
  | { readonly code: 'round-still-open'; readonly next: Instant; readonly zone: Zone };
