import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { SETTINGS } from '../../../src/team/settings/settings.ts';
import type { Setting } from '../../../src/team/settings/setting.ts';
import { aTeam } from '../../support/builders.ts';

const say = voice('en');
const de = voice('de');

/** What somebody can choose in the setting's field, as it comes back. */
const choices = ({ field }: Setting): readonly (string | readonly string[])[] => {
  const shown = field(say, aTeam());
  if (shown.kind === 'choice') return shown.options.map(({ value }) => value);
  if (shown.kind === 'channels') return [[], ['slack:T1:C2', 'slack:T1:C3']];
  return shown.kind === 'choices' ? [[], shown.options.map(({ value }) => value)] : [];
};

describe.each(SETTINGS.map((setting) => [setting.name, setting] as const))('%s', (_, setting) => {
  const team = aTeam();

  test('has something to choose from', () => {
    expect(choices(setting).length).toBeGreaterThan(1);
  });

  test('is afterwards what was chosen, and set again changes nothing', () => {
    for (const choice of choices(setting)) {
      const value = setting.read(choice, team);
      expect(value).toBeDefined();
      const changed = setting.set(team, value ?? '');
      expect(setting.of(changed)).toBe(value);
      expect(setting.set(changed, value ?? '')).toEqual(changed);
    }
  });

  test('shows the present value in its field', () => {
    for (const choice of choices(setting)) {
      const shown = setting.field(say, setting.set(team, setting.read(choice, team) ?? ''));
      expect('value' in shown ? shown.value : undefined).toEqual(choice);
    }
  });

  test('takes nothing that it does not offer', () => {
    for (const nonsense of ['', 'nonsense', '9', ['nonsense'], ['1', '2']]) {
      expect(setting.read(nonsense, team)).toBeUndefined();
    }
  });

  test('says each value in its own words, in both languages', () => {
    for (const words of [say, de]) {
      const values = choices(setting).map((choice) => setting.read(choice, team) ?? '');
      expect(new Set(values.map((value) => plain(setting.shown(words, value)))).size).toBe(values.length);
    }
  });
});
