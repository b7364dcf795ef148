import type { MemoryDirectory } from '../../adapters/memory/directory.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { Actor, ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import { idIn, inTenant } from '../../src/chat/identity.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { TEAM_FIELDS } from '../../src/team/set-up/read-team-form.ts';
import type { Chance } from './chance.ts';

export interface WorldTeam {
  /** The channel's own id. */
  readonly id: string;
  readonly home: ConversationRef;
  readonly leads: readonly PersonRef[];
  /** Who is asked, in no order that means anything. */
  readonly people: readonly PersonRef[];
}

export const WORLD_TENANT: TenantRef = 'slack:T0RAHMEN';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** As Slack makes them: `U` or `C` and letters that mean nothing. */
const madeUpId = (chance: Chance, first: 'U' | 'C'): PersonRef & ConversationRef => {
  const letters = Array.from(chance.bytes(8), (byte) => LETTERS[byte % LETTERS.length] ?? '');
  return inTenant(WORLD_TENANT, `${first}0${letters.join('')}`);
};

export const actorOf = (person: PersonRef): Actor => ({ tenant: WORLD_TENANT, person, outsider: false });

export const formValues = (reply: Reply): FormValues => {
  if (reply.kind !== 'form') throw new InvariantError(`no form but ${JSON.stringify(reply)}`);
  return Object.fromEntries(
    reply.form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
};

interface Place {
  readonly desk: Desk;
  readonly work: () => Promise<void>;
  readonly directory: MemoryDirectory;
  readonly chance: Chance;
}

/** People who exist on the platform and share a channel, a bot among them. */
export const makeUp = (
  { directory, chance }: Pick<Place, 'directory' | 'chance'>,
  people: number,
): WorldTeam => {
  const home = madeUpId(chance, 'C');
  const team = {
    id: idIn(home),
    home,
    leads: [madeUpId(chance, 'U'), madeUpId(chance, 'U')],
    people: Array.from({ length: people }, () => madeUpId(chance, 'U')),
  };
  const bot = madeUpId(chance, 'U');
  for (const person of [...team.leads, ...team.people, bot]) {
    directory.setPerson({
      person,
      tenant: WORLD_TENANT,
      kind: person === bot ? 'bot' : 'member',
      language: chance.pick(['de', 'de', 'en', undefined]),
      zone: chance.pick(['Europe/Berlin', 'Europe/Berlin', 'Europe/Lisbon', undefined]),
    });
  }
  directory.setChannel(
    { conversation: home, name: `team-${team.id}`, visibility: 'private', shared: false, archived: false },
    chance.shuffled([bot, ...team.leads, ...team.people]),
  );
  return team;
};

/** At nine, with both leads named. */
export const everySecondTuesday = (leads: readonly PersonRef[]): FormValues => ({
  [TEAM_FIELDS.leads]: leads,
  [TEAM_FIELDS.weeks]: '2',
  [TEAM_FIELDS.weekday]: '2',
  [TEAM_FIELDS.time]: '09:00',
});

/** Sends the set-up form off, and what comes in its place. */
export const submitTeam = async (
  desk: Desk,
  actor: Actor,
  { id, values }: { readonly id: string; readonly values: FormValues },
): Promise<Reply> => {
  const nonce = `set-up-${id}`;
  const intent = { kind: 'set-up-team', channel: id } as const;
  const preview = await desk.handle({ kind: 'submitted', actor, nonce, intent, values });
  if (preview.kind !== 'form') return preview;
  return desk.handle({ kind: 'submitted', actor, nonce, intent: preview.form.intent, values: {} });
};

/** A lead types `team`, names both leads and sends the form: every second Tuesday at nine, in German or English. Both lead. */
const setUp = async ({ desk, chance }: Place, { home, id, leads }: WorldTeam): Promise<void> => {
  const proposer = chance.pick(leads);
  const actor = actorOf(proposer);
  const language = chance.pick(['de', 'en']);
  const form = await desk.handle({ kind: 'typed', actor, conversation: home, text: 'team' });
  const values = { ...formValues(form), ...everySecondTuesday(leads), [TEAM_FIELDS.language]: language };
  const reply = await submitTeam(desk, actor, { id, values });
  if (reply.kind !== 'notice') throw new InvariantError(`not set up: ${JSON.stringify(reply)}`);
  for (const lead of leads.filter((one) => one !== proposer)) {
    const accepts = {
      kind: 'pressed',
      actor: actorOf(lead),
      intent: { kind: 'accept-lead', team: id },
    } as const;
    await desk.handle(accepts);
  }
};

/** Teams of made-up people, each set up through the desk and told the promise. */
export const makeTeams = async (
  place: Place,
  { teams, people }: { readonly teams: number; readonly people: number },
): Promise<readonly WorldTeam[]> => {
  const madeUp = Array.from({ length: teams }, (_, index) =>
    makeUp({ ...place, chance: place.chance.stream(`team/${index}`) }, people),
  );
  for (const team of madeUp) await setUp(place, team);
  await place.work();
  return madeUp;
};
