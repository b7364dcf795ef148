import { DUE_SHARDS } from '../../src/ports/due-index.ts';
import type { DueIndex } from '../../src/ports/due-index.ts';
import { spread } from '../../src/shared/hash.ts';
import { wakesAt } from '../../src/work/aggregate.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import type { AggregateKind, Job } from '../../src/work/job.ts';

export interface MemoryDueIndex extends DueIndex {
  /** Shows the aggregates of one more repository. */
  watch(kind: AggregateKind, all: () => Iterable<Aggregate>): void;
}

const PAGE = 100;

/** Reads the repositories themselves, so it is never behind them. */
export const makeMemoryDueIndex = (): MemoryDueIndex => {
  const watched: { readonly kind: AggregateKind; readonly all: () => Iterable<Aggregate> }[] = [];

  const jobs = function* (): Generator<Job> {
    for (const { kind, all } of watched) {
      for (const aggregate of all()) {
        const due = wakesAt(aggregate);
        if (due !== undefined) yield { kind, tenant: aggregate.tenant, id: aggregate.id, due };
      }
    }
  };

  return {
    watch: (kind, all) => {
      watched.push({ kind, all });
    },
    due: async (shard, until, next) => {
      const due = [...jobs()]
        .filter((job) => spread(job.id, DUE_SHARDS) === shard && job.due <= until)
        .sort((a, b) => a.due - b.due);
      // By position: what was saved meanwhile may shift a page, as it may in the real index.
      const from = Number(next ?? 0);
      const page = due.slice(from, from + PAGE);
      return due.length > from + PAGE ? { jobs: page, next: String(from + PAGE) } : { jobs: page };
    },
  };
};
