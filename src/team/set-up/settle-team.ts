import { isReader } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import type { Tenants } from '../../ports/tenants.ts';
import type { Message } from '../../delivery/message.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import type { AudienceOf } from '../audience.ts';
import { channelsLeftOut, notices } from '../notices/notices.ts';
import { openingAhead } from '../schedule.ts';
import { TEAMS_MOST } from '../leads/take-lead.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly tenants: Tenants;
  readonly audienceOf: AudienceOf;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

const promise = ({ tenant, id }: Team): readonly Message[] => [{ kind: 'promise', tenant, team: id }];

/**
 * Reads the channel of a team that was just set up, makes it active and gives the channel the promise of a date that
 * is ahead; its people belong to it once its first round opens. Repeatable: the promise is one message however often this runs. While
 * the channel cannot be read or is no fit home nobody is asked: the leads are told and the next date is tried. A removed
 * app reads nothing and tells nobody.
 */
export const makeSettleTeam =
  ({ teams, people, tenants, audienceOf, dispatch, calendar, clock }: Deps) =>
  async (team: Team): Promise<void> => {
    // Once: whoever left the channel since is not made a lead again.
    if (team.nextOpening === undefined) {
      for (const lead of team.leads) await people.lead(lead, team.id, TEAMS_MOST);
    }
    const now = clock.now();
    const zone = calendar.knows(team.zone) ? team.zone : 'UTC';
    const nextOpening = openingAhead(team.nextOpening, { ...team, zone }, now, calendar);
    const planned = { ...team, zone, nextOpening };
    const change = { command: `settle/${team.id}/${team.version}`, now };
    const save = async (next: Team, what: string, messages: readonly Message[]): Promise<void> => {
      const settled = changed<Team>({ ...next, due: nextOpening.instant }, { ...change, what, messages });
      await teams.save(settled);
      await dispatch(teams, settled);
    };

    if (!(await tenants.isActive(team.tenant))) return save(planned, 'not installed', []);
    const audience = await audienceOf(planned);
    if (!audience.ok) {
      return save(planned, 'channel not read', notices(planned, audience.refusal.code));
    }
    const { people: here, unfit } = audience.value;
    const { noted, messages } = channelsLeftOut(planned, unfit);
    const read: Team = { ...planned, ...noted, state: 'active', readers: here.filter(isReader).length };
    return save(read, 'channel read', [...promise(team), ...messages]);
  };
