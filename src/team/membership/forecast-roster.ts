import type { Message } from '../../delivery/message.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Tenants } from '../../ports/tenants.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import type { AudienceOf } from '../audience.ts';
import { candidatesOf } from './candidates.ts';
import { channelsLeftOut } from '../notices/notices.ts';
import { dueOf } from '../team-due.ts';
import { openingOf } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly tenants: Pick<Tenants, 'isActive'>;
  readonly audienceOf: AudienceOf;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

const rosterNews = (team: Team): readonly Message[] =>
  team.leads.map((_, lead) => ({
    kind: 'roster-news',
    tenant: team.tenant,
    team: team.id,
    lead,
    round: openingOf(team).number,
  }));

/**
 * A day before a round opens: tells the leads who came into the channel since the last one and who went, once, where
 * that is still so; and which further channels are left out. Without a word from them it happens so at the opening.
 * Repeatable. Where the channel cannot be read the opening says so; a removed app reads nothing and tells nobody.
 */
export const makeForecastRoster =
  ({ teams, tenants, audienceOf, dispatch, clock }: Deps) =>
  async (team: Team): Promise<void> => {
    const { number } = openingOf(team);
    const active = await tenants.isActive(team.tenant);
    const audience = active ? await audienceOf(team) : undefined;
    const here = audience?.ok === true ? audience.value.people : [];
    const left = audience?.ok === true ? channelsLeftOut(team, audience.value.unfit) : undefined;
    const listed = new Set(candidatesOf(team, here).map(({ person }) => person));
    const present = new Set(here.map(({ person }) => person));
    const came = (team.came ?? []).filter((person) => listed.has(person));
    const went = audience?.ok === true ? (team.went ?? []).filter((person) => !present.has(person)) : [];
    const isNews = came.length + went.length > 0;
    const looked = { ...team, ...left?.noted, came, went, proposedFor: number };
    const next = changed<Team>(
      { ...looked, due: dueOf(looked) },
      {
        command: `forecast/${team.id}/${number}`,
        what: 'joins and leaves',
        now: clock.now(),
        messages: [...(left?.messages ?? []), ...(isNews ? rosterNews(team) : [])],
      },
    );
    await teams.save(next);
    await dispatch(teams, next);
  };

export type ForecastRoster = ReturnType<typeof makeForecastRoster>;
