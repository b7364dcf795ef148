import type { Form } from '../chat/form.ts';
import type { PersonRef } from '../chat/identity.ts';
import { label } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { ADMINS_MOST } from './settings.ts';
import type { Settings } from './settings.ts';

export const ADMINS_FIELD = 'admins';

/** It carries whom it showed: what was changed is the difference, so that two who change at once lose nothing. */
export const adminsForm = (say: Voice, { admins }: Settings): Form => ({
  intent: { kind: 'admins', shown: admins },
  title: label(say('setup.dialog')),
  intro: [{ kind: 'paragraph', text: say('admins.intro') }],
  fields: [
    {
      kind: 'people',
      name: ADMINS_FIELD,
      label: label(say('admins.field')),
      hint: label(say('admins.hint')),
      max: ADMINS_MOST,
      value: admins,
    },
  ],
  submit: label(say('button.save')),
  cancel: label(say('button.cancel')),
});

/** `admins` after the change that `chosen` makes to what the form showed. */
export const changedAdmins = (
  admins: readonly PersonRef[],
  shown: readonly PersonRef[],
  chosen: readonly PersonRef[],
): readonly PersonRef[] => {
  const removed = shown.filter((person) => !chosen.includes(person));
  const added = chosen.filter((person) => !shown.includes(person) && !admins.includes(person));
  return [...admins.filter((person) => !removed.includes(person)), ...added];
};
