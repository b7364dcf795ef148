import type { FormValues } from '../chat/form.ts';
import type { PersonRef } from '../chat/identity.ts';
import type { Language } from '../i18n/language.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Queue } from '../ports/queue.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Instant, Zone } from '../shared/time.ts';
import { refsIn } from '../team/set-up/read-team-form.ts';
import type { Team } from '../team/team.ts';
import type { Admit } from './admit.ts';
import type { AdminRefusal } from './refusals.ts';
import { PLAYERS_FIELD } from './trial-cards.ts';
import { TRIAL_ID, trialClose } from './trial.ts';

interface Deps {
  readonly admit: Admit;
  readonly teams: AggregateRepository<Team>;
  readonly queue: Queue;
  readonly clock: Clock;
}

export interface StartTrialCommand {
  readonly nonce: string;
  readonly person: Person;
  readonly zone: Zone;
  readonly language: Language;
  readonly values: FormValues;
}

const trialTeam = (
  { nonce, person, zone, language }: StartTrialCommand,
  players: readonly PersonRef[],
  now: Instant,
): Team => ({
  tenant: person.tenant,
  id: TRIAL_ID,
  version: 1,
  history: [{ command: nonce, what: 'trial' }],
  outbox: [],
  due: now,
  name: TRIAL_ID,
  // It has no channel: all that it says goes to its players.
  home: person.person,
  language,
  zone,
  leads: [],
  setUpBy: person.person,
  rhythm: { weeks: 2, weekday: 4, hour: 12, minute: 0 },
  state: 'active',
  promised: true,
  trial: true,
  players,
  since: now,
  readers: players.length,
  asked: {},
});

/**
 * Starts a trial round for admins, whoever starts it among them; it opens within the minute and needs no release. Refuses
 * anybody who is no admin, players who are none, and a second trial while one runs. The same submission again ends the same.
 */
export const makeStartTrial =
  ({ admit, teams, queue, clock }: Deps) =>
  async (command: StartTrialCommand): Promise<Result<Team, AdminRefusal>> => {
    const { nonce, person, zone, values } = command;
    const admitted = await admit(person);
    if (!admitted.ok) return admitted;
    const players = [...new Set([person.person, ...refsIn(values[PLAYERS_FIELD])])];
    if (players.some((player) => !admitted.value.admins.includes(player))) {
      return refuse({ code: 'trial-for-admins' });
    }
    const now = clock.now();
    const team = trialTeam(command, players, now);
    if ((await teams.create(team)) === 'exists') {
      const running = (await teams.find(person.tenant, TRIAL_ID)) ?? team;
      if (running.history[0]?.command === nonce) return ok(running);
      return refuse({ code: 'trial-running', until: trialClose(running), zone });
    }
    await queue.enqueueJobs([{ kind: 'team', tenant: person.tenant, id: TRIAL_ID, due: now }]);
    return ok(team);
  };

export type StartTrial = ReturnType<typeof makeStartTrial>;
