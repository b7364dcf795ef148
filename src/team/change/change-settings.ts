import type { FormValues } from '../../chat/form.ts';
import type { PersonRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { LeadsOf } from '../authority.ts';
import type { AddChannels, FreeDropped } from './change-channels.ts';
import { changeLeads } from '../leads/change-leads.ts';
import type { ChangeRefusal } from './change-refusals.ts';
import type { CheckLeads } from '../leads/check-leads.ts';
import type { ClosesAt } from '../course/closes-at.ts';
import type { FindChangeable } from './find-changeable.ts';
import { askToLead } from '../leads/invite-leads.ts';
import { LEADS_MOST, refsIn } from '../set-up/read-team-form.ts';
import { afterPause, plannedWeek, replanned } from './replan.ts';
import { fitsRhythm } from '../schedule.ts';
import { SETTINGS } from '../settings/settings.ts';
import { comingOpening } from '../team-due.ts';
import type { Changed, SettingName } from './team-change.ts';
import { isLogged, toldChange } from './tell-change.ts';
import { channelsOf } from '../team.ts';
import type { Invitation, Team } from '../team.ts';

export const LEADS_FIELD = 'leads';

/** What the form showed, by field: what somebody else changed meanwhile is no wish of whoever sent it. */
export interface Shown {
  readonly settings: Readonly<Partial<Record<SettingName, string>>>;
  readonly leads: readonly PersonRef[];
}

export interface ChangeSettings {
  readonly nonce: string;
  readonly person: Person;
  readonly team: string;
  readonly shown: Shown;
  readonly values: FormValues;
}

export interface ChangeDeps {
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'unlead'>;
  readonly findChangeable: FindChangeable;
  readonly leadsOf: LeadsOf;
  readonly checkLeads: CheckLeads;
  readonly addChannels: AddChannels;
  readonly freeDropped: FreeDropped;
  readonly closesAt: ClosesAt;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

type Wishes = readonly { readonly name: SettingName; readonly value: string }[];

/** The settings that were changed in the form; refuses what it does not offer. */
const wishesIn = (team: Team, { shown, values }: ChangeSettings): Result<Wishes, ChangeRefusal> => {
  const wishes: Wishes[number][] = [];
  for (const { name, read } of SETTINGS) {
    const value = read(values[name], team);
    if (value === undefined) return refuse({ code: 'choice-invalid', field: name });
    if (value !== shown.settings[name]) wishes.push({ name, value });
  }
  return ok(wishes);
};

const withWishes = (
  team: Team,
  wishes: Wishes,
): { readonly team: Team; readonly what: readonly Changed[] } => {
  let next = team;
  for (const { name, of, set } of SETTINGS) {
    const wish = wishes.find((one) => one.name === name);
    if (wish !== undefined && wish.value !== of(next)) next = set(next, wish.value);
  }
  // Also what nobody chose and follows from a choice, as a question that goes with its pack.
  const what = SETTINGS.flatMap(({ name, of }): readonly Changed[] => {
    const [from, to] = [of(team), of(next)];
    return from === to ? [] : [{ kind: 'setting', setting: name, from, to }];
  });
  return { team: next, what };
};

const changes = (what: readonly Changed[], ...names: readonly SettingName[]): boolean =>
  what.some((one) => one.kind === 'setting' && names.includes(one.setting));

/** Dates follow the rhythm and the holidays; another day or hour moves the next one within its own week. */
const withDates = async (
  { closesAt, calendar, clock }: ChangeDeps,
  team: Team,
  what: readonly Changed[],
): Promise<Team> => {
  const moved = changes(what, 'weeks', 'weekday', 'time', 'land');
  if (!moved || comingOpening(team) === undefined) return team;
  const limits = {
    now: clock.now(),
    closesAt: await closesAt(team),
    notBefore: changes(what, 'weeks') ? afterPause(team) : plannedWeek(team),
  };
  return { ...team, nextOpening: replanned(team, limits, calendar) };
};

const peopleIn = (values: FormValues): Result<readonly PersonRef[], ChangeRefusal> => {
  const chosen = refsIn(values[LEADS_FIELD]);
  if (chosen.length === 0) return refuse({ code: 'no-lead' });
  return chosen.length > LEADS_MOST ? refuse({ code: 'choice-invalid', field: LEADS_FIELD }) : ok(chosen);
};

/** What a submission makes of a team, before it is told. */
const decide = async (
  deps: ChangeDeps,
  team: Team,
  command: ChangeSettings,
): Promise<
  Result<ReturnType<typeof withWishes> & { readonly invited: readonly Invitation[] }, ChangeRefusal>
> => {
  const wishes = wishesIn(team, command);
  if (!wishes.ok) return wishes;
  const chosen = peopleIn(command.values);
  if (!chosen.ok) return chosen;
  const leading = (await deps.leadsOf(team)).map(({ person }) => person);
  const wish = { shown: command.shown.leads, chosen: chosen.value };
  const inviter = { by: command.person.person, now: deps.clock.now() };
  const leads = changeLeads(team, { ...wish, ...inviter }, leading);
  if (!leads.ok) return leads;
  const fit = await deps.checkLeads(
    channelsOf(team),
    leads.value.invited.map(({ person }) => person),
  );
  if (!fit.ok) return fit;
  const set = withWishes(leads.value.team, wishes.value);
  if (changes(set.what, 'weeks', 'days') && !fitsRhythm(set.team)) {
    return refuse({ code: 'open-beyond-rhythm', field: changes(set.what, 'days') ? 'days' : 'weeks' });
  }
  if (changes(set.what, 'channels')) {
    const added = await deps.addChannels([team, set.team], command);
    if (!added.ok) return added;
  }
  const what = [...set.what, ...leads.value.what];
  return ok({ team: await withDates(deps, set.team, what), what, invited: leads.value.invited });
};

/** Whoever leads no more by one of these changes; told again by a repeated submission, since a crash may come between. */
const removedBy = (team: Team, id: string): readonly PersonRef[] =>
  (team.log ?? [])
    .filter((entry) => entry.id === id)
    .flatMap(({ what }) => what)
    .flatMap((one) => (one.kind === 'lead-removed' ? one.people : []))
    .filter((person) => !team.leads.includes(person));

/**
 * Changes what is set about a team, from the next round on: a round that is open holds its own copies. The team is told
 * once, and the log keeps it; a submission that changes nothing says nothing, the same one again changes nothing more.
 * What two people change at the same moment both stands. Refused as {@link ChangeRefusal} says, and then nothing changes.
 * Answers the team, if anything changed.
 */
export const makeChangeSettings = (deps: ChangeDeps) => {
  const { teams, people, findChangeable, freeDropped, dispatch, calendar, clock } = deps;

  const attempt = async (command: ChangeSettings): Promise<Result<Team | undefined, ChangeRefusal>> => {
    const { nonce, person } = command;
    const found = await findChangeable(person, command.team);
    if (!found.ok || isLogged(found.value, nonce)) return found;
    const decided = await decide(deps, found.value, command);
    if (!decided.ok) return decided;
    const { team, what, invited } = decided.value;
    if (what.length === 0) return ok(undefined);
    const messages = askToLead(team, invited);
    const told = toldChange(
      team,
      { id: nonce, by: person.person, what, now: clock.now(), messages },
      calendar,
    );
    await teams.save(told);
    return ok(told);
  };

  return async (command: ChangeSettings): Promise<Result<Team | undefined, ChangeRefusal>> => {
    const done = await withFreshState(() => attempt(command));
    if (!done.ok || done.value === undefined) return done;
    for (const person of removedBy(done.value, command.nonce)) await people.unlead(person, command.team);
    await freeDropped(done.value, command.nonce);
    await dispatch(teams, done.value);
    return done;
  };
};

export type ChangeTeamSettings = ReturnType<typeof makeChangeSettings>;
