import type { Settings } from '../admin/settings.ts';
import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Holdings } from '../ports/holdings.ts';
import type { People } from '../ports/people.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Round } from '../pulse/round.ts';
import type { TidyRoster } from '../pulse/roster/tidy-roster.ts';
import { assertNever, InvariantError } from '../shared/errors.ts';
import { minutes } from '../shared/time.ts';
import type { NoteLeads } from '../team/leads/note-leads.ts';
import type { Team } from '../team/team.ts';
import { changed } from '../work/aggregate.ts';
import type { Aggregate } from '../work/aggregate.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import { SWEPT } from './erasure.ts';
import type { Erasure, SweepPlace } from './erasure.ts';
import { makeNames } from './names.ts';
import type { Withdraw } from './withdraw.ts';
import { batchWithout, roundWithout, settingsWithout, teamWithout } from './without-person.ts';

export interface SweepDeps {
  readonly erasures: AggregateRepository<Erasure>;
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly settings: AggregateRepository<Settings>;
  readonly holdings: Holdings;
  readonly people: People;
  readonly withdraw: Withdraw;
  /** Tells a team's channels if nobody leads it any more. */
  readonly noteLeads: NoteLeads;
  readonly tidyRoster: TidyRoster;
  readonly clock: Clock;
}

/** Pages of a hundred that one run looks through; the tick lets the next one go on. Far below a worker's time. */
const PAGES_A_RUN = 20;

/** What was stored a moment ago may be missing in the list of a tenant's things: so long until it is looked at again. */
const AGAIN_AFTER = minutes(2);

interface Page {
  readonly met: boolean;
  readonly stuck?: boolean | undefined;
  readonly next?: string | undefined;
}

interface Taking<A> {
  readonly without: (aggregate: A, person: PersonRef) => A;
  /** What must have happened before the person is taken out. */
  readonly before?: (aggregate: A) => Promise<unknown>;
  /** What follows once they are. */
  readonly after?: (aggregate: A) => Promise<unknown>;
}

/** `stuck`: named in a field that nobody thought of here. */
type Taken = 'not-named' | 'taken' | 'stuck';

/** Takes the person out of one aggregate, on top of whatever others change meanwhile. */
const takeOut = async <A extends Aggregate>(
  repository: AggregateRepository<A>,
  { tenant, person }: Erasure,
  id: string,
  { without, before, after, now }: Taking<A> & { readonly now: number },
): Promise<Taken> => {
  const names = makeNames(person);
  return withFreshState(async () => {
    const found = await repository.find(tenant, id);
    if (found === undefined || !names(found)) return 'not-named';
    await before?.(found);
    const rest = without(found, person);
    if (names(rest) && JSON.stringify(rest) === JSON.stringify(found)) return 'stuck';
    await repository.save(
      changed(rest, { command: `erased/${found.version}`, what: 'somebody erased', now }),
    );
    await after?.(rest);
    return 'taken';
  });
};

const makeLookThrough = (deps: SweepDeps) => {
  const page = async <A extends Aggregate>(
    repository: AggregateRepository<A>,
    erasure: Erasure,
    taking: Taking<A>,
  ): Promise<Page> => {
    const { tenant, place } = erasure;
    const ids = await repository.ids(tenant, place?.after);
    const each = new Set<Taken>();
    for (const id of ids) {
      each.add(await takeOut(repository, erasure, id, { ...taking, now: deps.clock.now() }));
    }
    return { met: each.has('taken'), stuck: each.has('stuck'), next: ids.at(-1) };
  };

  /** What somebody said in a round that is open goes first: once the roster does not name them, nobody would find it. */
  const withdrawFrom =
    ({ tenant, person }: Erasure) =>
    ({ round }: AskBatch) =>
      deps.withdraw(person, { tenant, round });

  /** After the roster was saved: a round that closes meanwhile looks at the roster once it is closing. */
  const tidyUnlessOpen = async ({ tenant, round }: AskBatch): Promise<void> => {
    const found = await deps.rounds.find(tenant, round);
    if (found?.state !== 'open') await deps.tidyRoster(tenant, round);
  };

  return async (erasure: Erasure, { what, after }: SweepPlace): Promise<Page> => {
    switch (what) {
      case 'settings':
        return page(deps.settings, erasure, { without: settingsWithout });
      case 'team':
        return page(deps.teams, erasure, {
          without: teamWithout,
          after: ({ tenant, id }) => deps.noteLeads(tenant, id),
        });
      case 'round':
        return page(deps.rounds, erasure, { without: roundWithout });
      case 'asks':
        return page(deps.batches, erasure, {
          without: batchWithout,
          before: withdrawFrom(erasure),
          after: tidyUnlessOpen,
        });
      case 'delivery':
        return deps.holdings.dropDeliveriesTo(erasure.person, after);
      default:
        return assertNever(what);
    }
  };
};

const START: SweepPlace = { what: SWEPT[0], met: false };

/** What a search met so far. */
const together = (one: Omit<Page, 'next'>, other: Omit<Page, 'next'>): Omit<Page, 'next'> => ({
  met: one.met || other.met,
  stuck: one.stuck === true || other.stuck === true,
});

/** Undefined at the end of the search. */
const placeAfter = (place: SweepPlace, page: Page): SweepPlace | undefined => {
  const { next } = page;
  const here = { what: place.what, ...together(place, page) };
  if (next !== undefined) return { ...here, after: next };
  const what = SWEPT[SWEPT.indexOf(place.what) + 1];
  return what === undefined ? undefined : { ...here, what };
};

/**
 * Searches the tenant for everything that names an erased person and takes them out of it, a few pages a run, until a
 * whole search meets them nowhere; then the erasure goes itself. Repeatable at every step, while others go on writing.
 * What cannot be mended holds nothing up, but at the end the erasure stays and raises an alarm: a promise would not hold.
 */
export const makeSweep = (deps: SweepDeps) => {
  const { erasures, people, clock } = deps;
  const lookThrough = makeLookThrough(deps);

  const goOn = async (erasure: Erasure, place: SweepPlace, due: number): Promise<void> => {
    const change = { command: `sweep/${erasure.version}`, what: place.what, now: clock.now() };
    await erasures.save(changed<Erasure>({ ...erasure, state: 'sweeping', place, due }, change));
  };

  return async (erasure: Erasure): Promise<void> => {
    let place: SweepPlace | undefined = erasure.place ?? START;
    let met: Omit<Page, 'next'> = place;
    for (let pages = 0; pages < PAGES_A_RUN && place !== undefined; pages += 1) {
      const found: Page = await lookThrough({ ...erasure, place }, place);
      met = together(met, found);
      place = placeAfter(place, found);
    }
    // A moment later each time: the queue drops a job that is due at the same one.
    if (place !== undefined) return goOn(erasure, place, (erasure.due ?? 0) + 1);
    if (met.met) return goOn(erasure, START, clock.now() + AGAIN_AFTER);
    if (met.stuck === true) throw new InvariantError('somebody who is erased is still named');
    // A team that opened meanwhile may have noted a lead or a member without a profile. With one they are back, as new.
    if ((await people.find(erasure.person)) === undefined) await people.forget(erasure.person);
    return erasures.remove(erasure.tenant, erasure.id);
  };
};

export type Sweep = ReturnType<typeof makeSweep>;
