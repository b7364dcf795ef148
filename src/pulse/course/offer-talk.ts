import type { Message } from '../../delivery/message.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import { openingOf } from '../../team/team.ts';
import type { Team } from '../../team/team.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { countAsked, movedOn, nextItems } from './plan-round.ts';
import { roundId } from '../round.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/**
 * In the place of a round: the channel gets its questions to talk about (R29). Nobody is asked, nothing is opened in the
 * vault, nothing is counted. `news` goes out with them.
 */
export const makeOfferTalk =
  ({ teams, dispatch, calendar, clock }: Deps) =>
  async (team: Team, news: readonly Message[]): Promise<void> => {
    const { number, instant } = openingOf(team);
    const items = nextItems(team);
    const now = clock.now();
    const talking: Team = {
      ...movedOn(team, instant, calendar, now),
      talk: { number, items },
      asked: countAsked(team, items),
    };
    const messages = [{ kind: 'talk' as const, tenant: team.tenant, team: team.id, number }, ...news];
    const command = `talk/${roundId(team.id, number)}`;
    const next = changed(talking, { command, what: 'questions for a talk', now, messages });
    await teams.save(next);
    await dispatch(teams, next);
  };

export type OfferTalk = ReturnType<typeof makeOfferTalk>;
