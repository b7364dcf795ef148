import type { PersonRef } from '../../chat/identity.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { ChangeRefusal } from '../change/change-refusals.ts';
import { invitationsOf } from './invite-leads.ts';
import type { Inviter } from './invite-leads.ts';
import type { Changed } from '../change/team-change.ts';
import type { Invitation, Team } from '../team.ts';

/** What a form showed and what came back: only the difference is a wish. */
export interface LeadsWish extends Inviter {
  readonly shown: readonly PersonRef[];
  readonly chosen: readonly PersonRef[];
}

export interface LeadsChange {
  readonly team: Team;
  readonly invited: readonly Invitation[];
  readonly removed: readonly PersonRef[];
  readonly what: readonly Changed[];
}

const named = (kind: 'invited' | 'lead-removed', people: readonly PersonRef[]): readonly Changed[] =>
  people.length === 0 ? [] : [{ kind, people }];

/**
 * The team with the leads that were named. Whoever is new leads once they accept; whoever is named no more leads no more.
 * Somebody must be left who leads: whoever was only asked may say no.
 */
export const changeLeads = (
  team: Team,
  { shown, chosen, ...inviter }: LeadsWish,
  leading: readonly PersonRef[],
): Result<LeadsChange, ChangeRefusal> => {
  const { leads, invited = [] } = team;
  const known = new Set([...leads, ...invited.map(({ person }) => person)]);
  const added = chosen.filter((person) => !shown.includes(person) && !known.has(person));
  const gone = new Set(shown.filter((person) => !chosen.includes(person)));
  const kept = leads.filter((person) => !gone.has(person));
  const removed = leads.filter((person) => gone.has(person));
  if (removed.length > 0 && !kept.some((person) => leading.includes(person))) {
    return refuse({ code: 'last-lead' });
  }
  const asking = invitationsOf(team, added, inviter);
  const asked = [...invited.filter(({ person }) => !gone.has(person)), ...asking];
  const next = { ...team, leads: kept, invited: asked.length === 0 ? undefined : asked };
  const what = [...named('invited', added), ...named('lead-removed', removed)];
  return ok({ team: next, invited: asking, removed, what });
};
