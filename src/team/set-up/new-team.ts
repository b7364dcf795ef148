import { idIn } from '../../chat/identity.ts';
import type { Instant } from '../../shared/time.ts';
import { changed } from '../../work/aggregate.ts';
import type { Proposal } from './check-proposal.ts';
import { INVITED_FOR, askToLead, invitationsOf } from '../leads/invite-leads.ts';
import { ownMinute } from '../schedule.ts';
import { lastRoundOf } from '../team.ts';
import type { Team } from '../team.ts';

/** Around noon, at the team's own minute, where the time is left to us. */
const NOON = 12;

/** What is kept of a team that ended and is set up once more: its rounds go on being counted, its questions take turns. */
const keptOf = (ended: Team, now: Instant): Partial<Team> => ({
  nextOpening: ended.nextOpening && { ...ended.nextOpening, instant: now },
  // Of its own it has none yet: it is promised and asked for the first time.
  previousRound: lastRoundOf(ended),
  asked: ended.asked,
  log: ended.log,
});

/**
 * The team as it is when it was just set up. Whoever proposes themselves has accepted by that; all others are invited.
 * Without a lead it waits for one, else its channels are read at once. `ended` is the last team of the channel.
 */
export const newTeam = (
  { by, home, alsoIn, way, name, form }: Omit<Proposal, 'members' | 'leads'>,
  { nonce, now, ended }: { readonly nonce: string; readonly now: Instant; readonly ended?: Team | undefined },
): Team => {
  const id = idIn(home);
  const leads = form.leads.filter((lead) => lead === by.person);
  const version = ended?.version ?? 0;
  const named = form.leads.filter((lead) => lead !== by.person);
  const invited = invitationsOf({ version }, named, { by: by.person, now });
  const proposed = leads.length === 0;
  const team: Team = {
    tenant: by.tenant,
    id,
    version,
    history: ended?.history ?? [],
    outbox: [],
    due: proposed ? now + INVITED_FOR : now,
    name,
    home,
    ...(alsoIn.length > 0 && { alsoIn }),
    language: form.language,
    zone: by.zone ?? 'UTC',
    leads,
    ...(invited.length > 0 && { invited }),
    setUpBy: by.person,
    rhythm: {
      weeks: form.weeks,
      weekday: form.weekday,
      ...(form.time ?? { hour: NOON, minute: ownMinute(id) }),
    },
    asks: form.asks,
    ...(form.land && { land: form.land }),
    ...(way && { way }),
    state: proposed ? 'proposed' : 'settling',
    readers: 0,
    asked: {},
    ...(ended && keptOf(ended, now)),
  };
  return changed(team, {
    command: nonce,
    what: proposed ? 'proposed' : 'set up',
    now,
    messages: askToLead(team, invited),
  });
};
