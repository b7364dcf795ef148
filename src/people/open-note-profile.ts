import type { Erasure } from '../mine/erasure.ts';
import { makeCancelErasure, makePlanErasure } from '../mine/plan-erasure.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import { makeNoteProfile } from './note-profile.ts';
import type { NoteProfile } from './note-profile.ts';

interface Ports {
  readonly people: People;
  readonly directory: Directory;
  readonly erasures: AggregateRepository<Erasure>;
  readonly clock: Clock;
}

/** What the platform says of somebody, and what follows from it, put together. */
export const openNoteProfile = (ports: Ports): NoteProfile =>
  makeNoteProfile({
    ...ports,
    planErasure: makePlanErasure(ports),
    cancelErasure: makeCancelErasure(ports),
  });
