import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { changedAdmins } from '../../../src/admin/admins-form.ts';
import { personRef } from '../../support/builders.ts';

const person = fc.constantFrom(...['A', 'B', 'C', 'D', 'E', 'F'].map(personRef));
const people = fc.uniqueArray(person, { maxLength: 5 });

describe('a change of admins', () => {
  test('by one person alone ends as the form said', () => {
    fc.assert(
      fc.property(people, people, (before, chosen) => {
        expect([...changedAdmins(before, before, chosen)].sort()).toEqual([...chosen].sort());
      }),
    );
  });

  test('by two who saw the same list keeps what each of them changed, whoever comes first', () => {
    fc.assert(
      fc.property(people, people, people, (shown, one, other) => {
        const forth = changedAdmins(changedAdmins(shown, shown, one), shown, other);
        const back = changedAdmins(changedAdmins(shown, shown, other), shown, one);
        expect([...forth].sort()).toEqual([...back].sort());
        for (const chosen of [one, other]) {
          expect(forth).toEqual(expect.arrayContaining(chosen.filter((each) => !shown.includes(each))));
        }
        const removed = shown.filter((each) => !one.includes(each) || !other.includes(each));
        expect(forth.filter((each) => removed.includes(each))).toEqual([]);
      }),
    );
  });

  test('names nobody twice', () => {
    fc.assert(
      fc.property(people, people, people, (admins, shown, chosen) => {
        const after = changedAdmins(admins, shown, chosen);
        expect(new Set(after).size).toBe(after.length);
      }),
    );
  });
});
