import * as fc from 'fast-check';
import type { FormIntent, Intent } from '../../../../src/chat/actions.ts';
import type { Button, Card, CardNode } from '../../../../src/chat/card.ts';
import type { Field, Form } from '../../../../src/chat/form.ts';
import { inTenant } from '../../../../src/chat/identity.ts';
import type { Span, Text, TimeStyle } from '../../../../src/chat/text.ts';
import { WORDS } from '../../../../src/chat/words.ts';

/** Text as people and programs write it, from nothing to far too much. */
export const words: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom('', ' ', '\n', '<!channel>', '&lt;', '👩‍👩‍👧‍👦', 'مرحبا', '„so“'),
  fc
    .tuple(fc.constantFrom('a', 'ä', '👩‍👩‍👧‍👦', 'e\u0301'), fc.integer({ min: 1, max: 3_500 }))
    .map(([piece, times]) => piece.repeat(times)),
);

const id = fc.stringMatching(/^[A-Z0-9]{2,11}$/);
const person = id.map((user) => inTenant('slack:T1', user));
const style = fc.constantFrom<TimeStyle>('date', 'time', 'date-time');
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constant('text'), text: words }),
  fc.record({ kind: fc.constant('bold'), text: words }),
  fc.record({ kind: fc.constant('code'), text: words }),
  fc.record({ kind: fc.constant('mention'), person }),
  fc.record({ kind: fc.constant('conversation'), conversation: person }),
  fc.record({ kind: fc.constant('link'), text: words, url: fc.webUrl() }),
  fc.record({ kind: fc.constant('time'), instant, style, fallback: words }),
);

const text: fc.Arbitrary<Text> = fc.array(span, { maxLength: 6 });

/** Ids as ours are; a wish for others would be our bug. */
const ref = fc.string({ maxLength: 100, unit: 'grapheme' });
const word = fc.constantFrom(...WORDS.map((entry) => entry.word));

export const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ kind: fc.constant('answer'), round: ref }),
  fc.record({ kind: fc.constant('comments'), round: ref, page: fc.integer() }),
  fc.record({ kind: fc.constant('protection') }),
  fc.record({ kind: fc.constantFrom('accept-lead', 'decline-lead'), team: ref }),
  fc.record({ kind: fc.constant('mine'), act: fc.constantFrom('export', 'erase') }),
  fc.record({ kind: fc.constant('word'), word }),
);

export const formIntent: fc.Arbitrary<FormIntent> = fc.oneof(
  fc.record({ kind: fc.constant('answer'), round: ref }),
  fc.record({ kind: fc.constant('erase') }),
  fc.record({ kind: fc.constant('set-up-team'), channel: ref }),
  fc.record({
    kind: fc.constant('confirm-team'),
    channel: ref,
    values: fc.dictionary(fc.string({ maxLength: 10 }), fc.oneof(ref, fc.array(ref, { maxLength: 3 })), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  }),
);

const button: fc.Arbitrary<Button> = fc.record(
  { label: words, intent, primary: fc.boolean() },
  { requiredKeys: ['label', 'intent'] },
);

const node: fc.Arbitrary<CardNode> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph'), text }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('list'), items: fc.array(text, { maxLength: 4 }) }),
  fc.constant({ kind: 'divider' } as const),
  fc.record({ kind: fc.constant('actions'), buttons: fc.array(button, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('footnote'), text }),
);

const nodes = fc.array(node, { maxLength: 8 });

export const card: fc.Arbitrary<Card> = fc.record({ title: text, nodes });

const label = { label: words, hint: words };
const option = fc.record({ value: fc.string({ minLength: 1, maxLength: 75 }), label: words });
const choice = {
  kind: fc.constant('choice' as const),
  ...label,
  shown: fc.constantFrom('list' as const, 'menu' as const),
  options: fc.array(option, { minLength: 1, maxLength: 100 }),
  value: fc.string({ maxLength: 3 }),
};
const typed = {
  kind: fc.constant('text' as const),
  ...label,
  optional: fc.boolean(),
  multiline: fc.boolean(),
  maxLength: fc.integer({ min: -1, max: 5_000 }),
  value: fc.string({ maxLength: 3_000 }),
};
const channels = {
  kind: fc.constant('channels' as const),
  ...label,
  max: fc.integer({ min: 0, max: 20 }),
  value: fc.array(
    fc.constantFrom('C1', 'G2').map((channel) => inTenant('slack:T1', channel)),
    { maxLength: 6 },
  ),
};
const people = {
  kind: fc.constant('people' as const),
  ...label,
  max: fc.integer({ min: 0, max: 50 }),
  value: fc.array(person, { maxLength: 10 }),
};

const field = (name: string): fc.Arbitrary<Field> =>
  fc.oneof(
    fc.record({ name: fc.constant(name), ...typed }),
    fc.record({ name: fc.constant(name), ...choice }),
    fc.record({ name: fc.constant(name), ...people }),
    fc.record({ name: fc.constant(name), ...channels }),
  );

export const form: fc.Arbitrary<Form> = fc.record({
  intent: formIntent,
  title: words,
  intro: fc.array(node, { maxLength: 3 }),
  fields: fc.tuple(field('q1'), field('q2'), field('q3')),
  submit: words,
  cancel: words,
});
