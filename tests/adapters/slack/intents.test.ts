import * as fc from 'fast-check';
import { expect, test } from '@jest/globals';
import {
  decodeFormIntent,
  decodeIntent,
  encodeFormIntent,
  encodeIntent,
  OURS,
} from '../../../adapters/slack/intents.ts';
import { InvariantError } from '../../../src/shared/errors.ts';
import * as arbitrary from './support/arbitraries.ts';

test('a button brings back the intent it was given, at any place', () => {
  fc.assert(
    fc.property(arbitrary.intent, fc.nat(24), (intent, place) => {
      const { action_id, value } = encodeIntent(intent, place);
      expect(decodeIntent(action_id, value)).toEqual(intent);
      expect(action_id).toMatch(OURS);
    }),
  );
});

test('a form brings back the intent and the nonce it was given', () => {
  fc.assert(
    fc.property(arbitrary.formIntent, fc.string(), (intent, nonce) => {
      const { callback_id, private_metadata } = encodeFormIntent(intent, nonce);
      expect(decodeFormIntent(callback_id, private_metadata)).toEqual({ intent, nonce });
      expect(callback_id).toMatch(OURS);
    }),
  );
});

test('the same intent at two places has two ids', () => {
  const ids = [0, 1].map((place) => encodeIntent({ kind: 'protection' }, place).action_id);
  expect(new Set(ids).size).toBe(2);
});

test.each([
  ['no value', 'rahmen:answer:0', undefined],
  ['an empty value', 'rahmen:answer:0', ''],
  ['no JSON', 'rahmen:answer:0', 'click_me_123'],
  ['a kind that does not exist', 'rahmen:vote:0', '{"kind":"vote"}'],
  ['a missing field', 'rahmen:answer:0', '{"kind":"answer"}'],
  ['a field of another type', 'rahmen:answer:0', '{"kind":"answer","round":7}'],
  ['a word that does not exist', 'rahmen:word:0', '{"kind":"word","word":"drop"}'],
  ["another intent's id", 'rahmen:comments:0', '{"kind":"answer","round":"r"}'],
  ["another app's id", 'answer', '{"kind":"answer","round":"r"}'],
])('a button with %s means nothing', (_name, actionId, value) => {
  expect(decodeIntent(actionId, value)).toBeUndefined();
});

test.each([
  ['no metadata', 'rahmen:answer', ''],
  ['no nonce', 'rahmen:answer', '{"intent":{"kind":"answer","round":"r"}}'],
  ['no intent', 'rahmen:answer', '{"nonce":"n"}'],
  ["another form's id", 'rahmen:set-up-team', '{"nonce":"n","intent":{"kind":"answer","round":"r"}}'],
  ["another app's id", 'answer', '{"nonce":"n","intent":{"kind":"answer","round":"r"}}'],
])('a form with %s means nothing', (_name, callbackId, metadata) => {
  expect(decodeFormIntent(callbackId, metadata)).toBeUndefined();
});

test('what Slack would not carry is our bug', () => {
  const round = 'x'.repeat(3_000);
  expect(() => encodeIntent({ kind: 'answer', round }, 0)).toThrow(InvariantError);
  expect(() => encodeFormIntent({ kind: 'answer', round }, 'n')).toThrow(InvariantError);
});
