import type { Text } from '../chat/text.ts';
import { moment } from '../i18n/dates.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Zone } from '../shared/time.ts';
import { comingOpening, isResting } from '../team/team-due.ts';
import type { Team } from '../team/team.ts';

/** When a team's next round opens, in a sentence; or why nobody can say so. */
export const nextLine = (say: Voice, team: Team, zone: Zone): Text => {
  if (team.state === 'ended') return say('home.ended');
  if (team.waits === true) return say('release.home-waits');
  const coming = comingOpening(team);
  if (coming !== undefined) {
    return say('home.next-text', { date: moment(coming.instant, zone, say.language, 'date-time') });
  }
  if (isResting(team)) return say('home.paused');
  return team.nextOpening === undefined ? say('refusal.team-settling') : say('home.deciding');
};
