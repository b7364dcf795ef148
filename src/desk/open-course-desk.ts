import { makeIsAdmin } from '../admin/is-admin.ts';
import { makeIsReleased } from '../admin/is-released.ts';
import type { Settings } from '../admin/settings.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Channels } from '../ports/channels.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Queue } from '../ports/queue.ts';
import type { Round } from '../pulse/round.ts';
import { makeMayChange } from '../team/authority.ts';
import { makeChooseWay } from '../team/course/choose-way.ts';
import { makeFindChangeable } from '../team/change/find-changeable.ts';
import { makePreviewSkip, makeSkipRound } from '../team/course/skip-round.ts';
import { makeStandsIn } from '../team/membership/stands-in.ts';
import { makeMayStart, makeStartRound } from '../team/course/start-round.ts';
import { makeTeamIn } from '../team/team-in.ts';
import type { Team } from '../team/team.ts';
import { makeDispatch } from '../work/dispatch.ts';
import { makeCourseDesk } from './course-desk.ts';
import type { CourseDesk } from './course-desk.ts';
import { makeTeamOf } from './open-for-me.ts';

interface CoursePorts {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly settings: AggregateRepository<Settings>;
  readonly channels: Channels;
  readonly queue: Queue;
  readonly directory: Pick<Directory, 'members'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** Everything that skipping, starting and choosing a way takes, put together. */
export const openCourseDesk = (ports: CoursePorts): CourseDesk => {
  const mayChange = makeMayChange({ isAdmin: makeIsAdmin(ports) });
  const deps = {
    ...ports,
    findChangeable: makeFindChangeable({ ...ports, mayChange }),
    isReleased: makeIsReleased(ports),
    dispatch: makeDispatch(ports),
  };
  return makeCourseDesk({
    teamOf: makeTeamOf({ ...ports, teamIn: makeTeamIn(ports) }),
    previewSkip: makePreviewSkip(deps),
    skipRound: makeSkipRound(deps),
    mayStart: makeMayStart(deps),
    startRound: makeStartRound(deps),
    chooseWay: makeChooseWay({ ...deps, standsIn: makeStandsIn(ports) }),
  });
};
