import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Form } from '../../../src/chat/form.ts';
import { plain } from '../../../src/chat/text.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { answerForm, protectionNotice, savedNotice } from '../../../src/pulse/answers/answer-form.ts';
import { askCard } from '../../../src/pulse/asks/ask-card.ts';
import { headOf } from '../../../src/pulse/round.ts';
import { roundPostCard } from '../../../src/pulse/course/round-post-cards.ts';
import { days } from '../../../src/shared/time.ts';
import { anAnswer, aRound, CLOSES, OPENS } from '../../support/builders.ts';
import { answer } from '../../support/generators.ts';
import { cardLines } from '../../support/said.ts';

const HEAD = headOf(aRound());

/** Each mark as the form offers it in German. */
const MARKS = [
  { value: '1', label: '1 · stimmt gar nicht' },
  { value: '2', label: '2' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '5', label: '5 · stimmt voll' },
  { value: 'cannot-say', label: 'kann ich nicht sagen' },
];

const withoutValues = (form: Form): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    if (field.kind === 'people' || field.kind === 'channels' || field.kind === 'choices') return field;
    const { value: _, ...rest } = field;
    return rest;
  }),
});

describe('the form', () => {
  test('asks three questions and one text', () => {
    expect(answerForm(voice('de'), HEAD, undefined, undefined)).toEqual({
      intent: { kind: 'answer', round: 'C1-1' },
      title: 'Drei Fragen',
      intro: [{ kind: 'paragraph', text: [{ kind: 'text', text: 'Keine Namen, keine Kundendaten.' }] }],
      fields: [
        { kind: 'choice', name: 'item-a', label: 'Frage a', shown: 'list', options: MARKS },
        { kind: 'choice', name: 'item-b', label: 'Frage b', shown: 'list', options: MARKS },
        { kind: 'choice', name: 'item-c', label: 'Frage c', shown: 'list', options: MARKS },
        {
          kind: 'text',
          name: 'comment',
          label: 'Was probieren wir bis zur nächsten Runde aus?',
          hint: 'Erscheint ab 5 Antworten und 2 Kommentaren. Das liest dein Team, keine Beratungsstelle.',
          optional: true,
          multiline: true,
          maxLength: 500,
        },
        {
          kind: 'choice',
          name: 'appear',
          label: 'Wie darf das erscheinen?',
          hint: '„Nur das Thema“: Deinen Text speichere ich nicht. Ein Thema zeige ich, sobald 3 es gewählt haben.',
          shown: 'menu',
          options: [
            { value: 'verbatim', label: 'wörtlich, gemischt mit anderen' },
            { value: 'workload', label: 'nur das Thema: Arbeitspensum' },
            { value: 'shifts', label: 'nur das Thema: Schichten und Pausen' },
            { value: 'tools', label: 'nur das Thema: Werkzeuge' },
            { value: 'knowledge', label: 'nur das Thema: Wissen und Einarbeitung' },
            { value: 'customers', label: 'nur das Thema: Kundinnen und Kunden' },
            { value: 'together', label: 'nur das Thema: Zusammenarbeit' },
            { value: 'decisions', label: 'nur das Thema: Entscheidungen und Führung' },
            { value: 'other', label: 'nur das Thema: etwas anderes' },
          ],
          value: 'verbatim',
        },
      ],
      submit: 'Abschicken',
      cancel: 'Abbrechen',
    });
  });

  test('is in English for who reads English, whatever the team speaks', () => {
    const { title, fields } = answerForm(voice('en'), HEAD, undefined, 'help@example.com');
    expect(title).toBe('Three questions');
    expect(fields[0]).toMatchObject({
      label: 'Question a',
      options: [
        { value: '1', label: '1 · not at all' },
        { value: '2', label: '2' },
        { value: '3', label: '3' },
        { value: '4', label: '4' },
        { value: '5', label: '5 · completely' },
        { value: 'cannot-say', label: "can't say" },
      ],
    });
    expect(fields[3]).toMatchObject({
      label: 'What shall we try until next round?',
      hint: 'Shown from 5 answers and 2 comments on. Your team reads this, not a counselling service. If you are unwell: help@example.com.',
    });
  });

  test('holds what this person said so far', () => {
    const { fields } = answerForm(
      voice('de'),
      HEAD,
      anAnswer([1, 5, 'cannot-say'], 'Weniger Tickets'),
      undefined,
    );
    expect(fields).toMatchObject([
      { value: '1' },
      { value: '5' },
      { value: 'cannot-say' },
      { value: 'Weniger Tickets' },
      { value: 'verbatim' },
    ]);
  });

  test('shows the theme that was chosen earlier, and no text', () => {
    const given = { ...anAnswer([1, 2, 3]), theme: 'shifts' as const };
    const [, , , comment, appear] = answerForm(voice('de'), HEAD, given, undefined).fields;
    expect(comment).not.toHaveProperty('value');
    expect(appear).toMatchObject({ value: 'shifts' });
  });

  test('tells whoever reads a language that few share, and nobody else', () => {
    const hintIn = (language: Language) => {
      const { fields } = answerForm(voice(language), { ...HEAD, fewShare: ['en'] }, undefined, undefined);
      return fields.find(({ name }) => name === 'appear')?.hint;
    };
    expect(hintIn('en')).toBe(
      '“Theme only”: I do not store your text. A theme is shown once 3 people chose it. Few people here write English. “Theme only” protects you better.',
    );
    expect(hintIn('de')).not.toContain('nur wenige');
  });

  test('is the same whatever was answered, but for the values', () => {
    const empty = answerForm(voice('de'), HEAD, undefined, undefined);
    fc.assert(
      fc.property(answer(HEAD.items), (given) => {
        expect(withoutValues(answerForm(voice('de'), HEAD, given, undefined))).toEqual(withoutValues(empty));
      }),
    );
  });
});

describe('the ask', () => {
  test('says how long it takes and until when, and how to answer', () => {
    expect(askCard(voice('de'), { id: 'C1-1', closesAt: CLOSES }, 'Europe/Berlin')).toEqual({
      title: [{ kind: 'bold', text: 'Drei Fragen zu deinen letzten Schichten, unter einer Minute.' }],
      nodes: [
        {
          kind: 'paragraph',
          text: [
            { kind: 'text', text: 'Offen bis ' },
            { kind: 'time', instant: CLOSES, style: 'date-time', fallback: 'Do, 10.12., 12:07' },
            { kind: 'text', text: '.' },
          ],
        },
        {
          kind: 'actions',
          buttons: [
            { label: 'Antworten', intent: { kind: 'answer', round: 'C1-1' }, primary: true },
            { label: 'Später', intent: { kind: 'not-now', round: 'C1-1', way: 'later' } },
            { label: 'Diese Runde nicht', intent: { kind: 'not-now', round: 'C1-1', way: 'not-this-round' } },
            { label: 'Ich bin weg bis …', intent: { kind: 'away' } },
          ],
        },
      ],
    });
  });
});

describe('the ask in a channel', () => {
  const ask = (language: Language, since: number | undefined) =>
    cardLines(roundPostCard(voice(language), { round: aRound(), team: { since } }, 'round-ask')).slice(-4);

  test('repeats the promise at every round, with its buttons', () => {
    expect(ask('de', undefined)).toEqual([
      'Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
      '[Wie ihr geschützt seid]',
      '[Meine Zeiten]',
      '[English]',
    ]);
    expect(ask('de', OPENS)).toEqual(ask('de', undefined));
    expect(ask('de', OPENS - days(14))[0]).toBe(
      'Seit Do, 19.11. macht dein Team das. Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
    );
    expect(ask('en', OPENS - days(14))).toEqual([
      'Your team has been doing this since Thu 19 Nov. Everyone sees the same result, nobody sees who says what.',
      '[How you are protected]',
      '[My times]',
      '[Deutsch]',
    ]);
  });
});

describe('the confirmation', () => {
  test('says until when everything can be changed, in the clock of who reads it', () => {
    const { title, nodes, close } = savedNotice(voice('en'), HEAD, 'Europe/London');
    expect([title, close]).toEqual(['Three questions', 'Done']);
    expect(nodes.map((node) => (node.kind === 'paragraph' ? plain(node.text) : node.kind))).toEqual([
      'Got it.',
      'The same button lets you change everything until Thu 10 Dec, 11:07. Nothing of this appears in the chat.',
    ]);
  });
});

describe('how you are protected', () => {
  test('says confidential for the open round, anonymous for the closed one, and what remains', () => {
    expect(protectionNotice(voice('en'), 'Slack')).toEqual({
      title: 'How you are protected',
      nodes: [
        {
          kind: 'paragraph',
          text: [
            {
              kind: 'text',
              text: 'While the round is open, your answer is kept under a secret code so that you can change it. Whoever runs the technology could resolve it during that time. So until then I say ',
            },
            { kind: 'bold', text: 'confidential' },
            { kind: 'text', text: '.' },
          ],
        },
        {
          kind: 'paragraph',
          text: [
            {
              kind: 'text',
              text: 'At close I add up, delete the single answers and destroy the key. After that nobody can, not even me: ',
            },
            { kind: 'bold', text: 'anonymous' },
            { kind: 'text', text: '.' },
          ],
        },
        {
          kind: 'paragraph',
          text: [
            { kind: 'text', text: 'What remains: your way of writing can give you away, and ' },
            { kind: 'text', text: 'Slack' },
            { kind: 'text', text: ' transports what you enter.' },
          ],
        },
      ],
      close: 'Close',
    });
  });
});
