import type { Intent } from '../chat/actions.ts';
import type { Card } from '../chat/card.ts';
import type { ConversationRef } from '../chat/identity.ts';
import { moment } from '../i18n/dates.ts';
import type { ChangeRefusal } from '../team/change/change-refusals.ts';
import type { ChooseWay } from '../team/course/choose-way.ts';
import type { CourseRefusal } from '../team/course/course-refusals.ts';
import { skipCard, startCard, wayLabel } from '../team/course/course-cards.ts';
import type { makePreviewSkip, makeSkipRound } from '../team/course/skip-round.ts';
import type { makeMayStart, makeStartRound } from '../team/course/start-round.ts';
import { openingOf } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import { sentence } from './desk-cards.ts';
import type { TeamOf } from './open-for-me.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface CourseDeskDeps {
  readonly teamOf: TeamOf;
  readonly previewSkip: ReturnType<typeof makePreviewSkip>;
  readonly skipRound: ReturnType<typeof makeSkipRound>;
  readonly mayStart: ReturnType<typeof makeMayStart>;
  readonly startRound: ReturnType<typeof makeStartRound>;
  readonly chooseWay: ChooseWay;
}

type Of<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

/** What the press did. */
const done = ({ say }: Speaker, act: Of<'course'>['act'], team: Team): Card =>
  sentence(
    act === 'start'
      ? say('start.done')
      : say('skip.done', {
          date: moment(openingOf(team).instant, team.zone, say.language, 'date-time'),
        }),
  );

/** How a team's rounds go on: skipping one, starting one out of turn, the way after rounds below the gate. */
export const makeCourseDesk = (deps: CourseDeskDeps) => {
  const no = ({ say }: Speaker, refusal: ChangeRefusal | CourseRefusal): Card =>
    sentence(refusalText(say, refusal));

  const unknown = ({ say }: Speaker): Reply => asCard(sentence(refusalText(say, { code: 'team-not-found' })));

  const skipWord = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
    const team = await deps.teamOf(speaker.person, from);
    if (team === undefined) return unknown(speaker);
    const found = await deps.previewSkip(speaker.person, team.id);
    if (!found.ok) return asCard(no(speaker, found.refusal));
    return asCard(skipCard(speaker.say, found.value.team, found.value.skipped, found.value.next));
  };

  const startWord = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
    const team = await deps.teamOf(speaker.person, from);
    if (team === undefined) return unknown(speaker);
    const found = await deps.mayStart(speaker.person, team.id);
    return asCard(found.ok ? startCard(speaker.say, found.value) : no(speaker, found.refusal));
  };

  const pressed = async (speaker: Speaker, { act, team, number }: Of<'course'>): Promise<Reply> => {
    const command = { person: speaker.person, team, number };
    const outcome = await (act === 'skip' ? deps.skipRound(command) : deps.startRound(command));
    const card = outcome.ok ? done(speaker, act, outcome.value) : no(speaker, outcome.refusal);
    return asNotice(speaker.say, card);
  };

  const wayPressed = async (
    speaker: Speaker,
    { team, number, way }: Of<'way-on'>,
    from: ConversationRef | undefined,
  ): Promise<Reply> => {
    const { say, person } = speaker;
    const chosen = await deps.chooseWay({ person, team, number, way, from });
    if (!chosen.ok) return asNotice(say, sentence(refusalText(say, chosen.refusal)));
    const asked = chosen.value.wayOn?.asked ?? 'below-gate';
    return asNotice(say, sentence(say('way.taken', { way: wayLabel(say, asked, way) })));
  };

  return { skipWord, startWord, pressed, wayPressed };
};

export type CourseDesk = ReturnType<typeof makeCourseDesk>;
