import type { FormIntent, TeamAct } from '../../src/chat/actions.ts';
import type { Form, FormValues } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/identity.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { HOME, TENANT } from './builders.ts';
import type { Around } from './intercept.ts';
import { makeProduct } from './memory-world.ts';
import { openRound } from './open-round.ts';

/** What a form sends that nobody touched. */
export const untouched = ({ fields }: Form): FormValues =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = 'value' in field ? field.value : undefined;
      return value === undefined || value === '' || value.length === 0 ? [] : [[field.name, value]];
    }),
  );

/** A team in its first round, and what people do at its desk. */
export const makeChangeWorld = async (people: number, around?: Around) => {
  const world = await openRound(people);
  const { desk } = makeProduct(world.ports, around);
  const actor = (person: PersonRef) => ({ tenant: TENANT, person, outsider: false });
  let sent = 0;

  const press = (person: PersonRef, act: TeamAct): Promise<Reply> =>
    desk.handle({
      kind: 'pressed',
      actor: actor(person),
      conversation: HOME,
      intent: { kind: 'team', act, team: 'C1' },
    });

  const submit = (
    person: PersonRef,
    intent: FormIntent,
    values: FormValues,
    nonce = `nonce-${(sent += 1)}`,
  ): Promise<Reply> => desk.handle({ kind: 'submitted', actor: actor(person), nonce, intent, values });

  /** The form behind a button, as it is for this person now. */
  const formOf = async (person: PersonRef, act: TeamAct): Promise<Form> => {
    const reply = await press(person, act);
    if (reply.kind !== 'form') throw new Error(`${act} opens no form`);
    return reply.form;
  };

  /** Opens the form, changes these fields and sends it. */
  const change = async (person: PersonRef, act: TeamAct, values: FormValues): Promise<Reply> => {
    const form = await formOf(person, act);
    return submit(person, form.intent, { ...untouched(form), ...values });
  };

  return { ...world, desk, press, submit, formOf, change };
};
