import type { Field, FormValues } from '../../chat/form.ts';
import type { Text } from '../../chat/text.ts';
import { label } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import type { SettingName } from '../change/team-change.ts';
import type { Team } from '../team.ts';

/**
 * One thing that people set about their team: its field in the form, its line on the card, its words in the log. A new
 * one is a file here, a name in `SETTING_NAMES`, a line in `settings.ts`, and `setting.<name>` in both catalogues.
 */
export interface Setting {
  /** Also the name of its field. */
  readonly name: SettingName;
  /** The present value, as the form writes it. */
  readonly of: (team: Team) => string;
  /** The field, with the present value chosen. */
  readonly field: (say: Voice, team: Team) => Field;
  /** What was chosen; undefined for what the form does not offer. */
  readonly read: (chosen: FormValues[string] | undefined, team: Team) => string | undefined;
  readonly set: (team: Team, value: string) => Team;
  /** A value in words that need no label: `every two weeks`, `on Thursday`, `German in the channel`. */
  readonly shown: (say: Voice, value: string) => Text;
  /** The value where its label stands beside it: `German`; as `shown` unless said. */
  readonly beside?: (say: Voice, value: string) => Text;
}

/** A setting with one value out of a few. */
export const oneOf = (
  setting: Omit<Setting, 'field' | 'read'> & { readonly options: readonly string[] },
): Setting => {
  const { name, of, shown, beside = shown, options } = setting;
  return {
    ...setting,
    field: (say, team) => ({
      kind: 'choice',
      shown: 'menu',
      name,
      label: label(say(`setting.${name}`)),
      options: options.map((value) => ({ value, label: label(beside(say, value)) })),
      value: of(team),
    }),
    read: (chosen) => options.find((value) => value === chosen),
  };
};
