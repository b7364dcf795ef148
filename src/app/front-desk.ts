import { makeMeetFirstAdmin } from '../admin/meet-first-admin.ts';
import { makeStoreSettings } from '../admin/store-settings.ts';
import type { FrontPorts, Policy } from '../app.ts';
import { makeAskDesk } from '../desk/ask-desk.ts';
import type { Desk } from '../desk/desk.ts';
import { makeDesk } from '../desk/make-desk.ts';
import type { DeskDeps } from '../desk/make-desk.ts';
import { onDemand } from '../desk/on-demand.ts';
import { makeOpenForMe, makeTeamOf } from '../desk/open-for-me.ts';
import { makeOwnDesk } from '../desk/own-desk.ts';
import { makePulseDesk } from '../desk/pulse-desk.ts';
import type { PulseDesk } from '../desk/pulse-desk.ts';
import { makeSpeakerOf } from '../desk/speaker.ts';
import { makeTeamsOfPerson, makeWhichTeam } from '../desk/which-team.ts';
import { makeGoAway } from '../people/go-away.ts';
import { makeEndPauses } from '../people/end-pauses.ts';
import { openNoteProfile } from '../people/open-note-profile.ts';
import { makeIdentify } from '../people/identify.ts';
import { makeLanguageOf } from '../people/language-of.ts';
import { makeSetOwnTimes } from '../people/set-own-times.ts';
import { makeAnswerRound, makeIsAsked, makeOpenAnswerForm } from '../pulse/answers/answer-round.ts';
import { makeAskLater } from '../pulse/asks/ask-later.ts';
import { makeFindSlot } from '../pulse/answers/find-slot.ts';
import { makeNotThisRound } from '../pulse/asks/not-this-round.ts';
import { makeHideComment, makeListHideable } from '../pulse/results/hide-comment.ts';
import { makeMayReadResult } from '../pulse/results/may-read-result.ts';
import { makeLastResult, makeReadResult } from '../pulse/results/past-results.ts';
import { makeReadComments } from '../pulse/results/read-comments.ts';
import { makePlanRemoval } from '../retention/plan-removal.ts';
import { openMembership } from '../team/membership/open-membership.ts';
import { makeTeamIn } from '../team/team-in.ts';

const openPulseDesk = (ports: FrontPorts, policy: Policy): PulseDesk => {
  const mayRead = makeMayReadResult({ ...ports, ...policy });
  return makePulseDesk({
    teamOf: makeTeamOf({ ...ports, teamIn: makeTeamIn(ports) }),
    openForMe: makeOpenForMe({ ...ports, isAsked: makeIsAsked(ports), teamsOf: makeTeamsOfPerson(ports) }),
    openAnswerForm: makeOpenAnswerForm(ports),
    answerRound: makeAnswerRound(ports),
    lastResult: makeLastResult({ ...ports, mayRead }),
    readResult: makeReadResult({ ...ports, mayRead }),
    readComments: makeReadComments({ ...ports, mayRead }),
    listHideable: makeListHideable(ports),
    hideComment: makeHideComment(ports),
    policy,
  });
};

/** What an ordinary click does without. Each is a file of its own in a bundle, read when somebody first needs it. */
const openRareDesks = (
  ports: FrontPorts,
  policy: Policy,
): Pick<DeskDeps, 'admin' | 'team' | 'course' | 'mine' | 'shared'> => ({
  admin: onDemand(async () => {
    const { openAdminDesk } = await import('../desk/open-admin-desk.ts');
    return openAdminDesk({ ...ports, policy });
  }),
  team: onDemand(async () => {
    const { openTeamDesk } = await import('../desk/open-team-desk.ts');
    return openTeamDesk({ ...ports, allowPublicChannels: policy.allowPublicChannels });
  }),
  course: onDemand(async () => {
    const { openCourseDesk } = await import('../desk/open-course-desk.ts');
    return openCourseDesk(ports);
  }),
  mine: onDemand(async () => {
    const { openMineDesk } = await import('../desk/open-mine-desk.ts');
    return openMineDesk(ports, policy);
  }),
  shared: onDemand(async () => {
    const { makeSharedDesk } = await import('../desk/shared-desk.ts');
    return makeSharedDesk(ports);
  }),
});

/** Answers people: commands, buttons, forms. */
export const makeFrontDesk = (ports: FrontPorts, policy: Policy): Desk => {
  const identify = makeIdentify({ ...ports, endPauses: makeEndPauses(ports) });
  const languageOf = makeLanguageOf(ports);
  const findSlot = makeFindSlot(ports);
  const pulse = openPulseDesk(ports, policy);
  return makeDesk({
    ...ports,
    ...openRareDesks(ports, policy),
    ...openMembership({ ...ports, identify, noteProfile: openNoteProfile(ports) }),
    languageOf,
    speakerOf: makeSpeakerOf({ identify, languageOf }),
    meetFirstAdmin: makeMeetFirstAdmin({
      ...ports,
      firstAdmin: policy.firstAdmin,
      storeSettings: makeStoreSettings(ports),
    }),
    planRemoval: makePlanRemoval(ports),
    whichTeam: makeWhichTeam({ ...ports, teamIn: makeTeamIn(ports) }),
    pulse,
    ask: makeAskDesk({
      findSlot,
      askLater: makeAskLater({ ...ports, findSlot }),
      notThisRound: makeNotThisRound({ ...ports, findSlot }),
      policy,
    }),
    own: makeOwnDesk({
      ...ports,
      setOwnTimes: makeSetOwnTimes(ports),
      goAway: makeGoAway(ports),
      languageOf,
      home: pulse.home,
      policy,
    }),
  });
};
