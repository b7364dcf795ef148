import { describe, expect, test } from '@jest/globals';
import { bold, mention, plain, text } from '../../../src/chat/text.ts';
import { languageOf } from '../../../src/i18n/language.ts';
import { label, strong, voice } from '../../../src/i18n/translate.ts';

describe('a voice', () => {
  test('speaks its language', () => {
    expect(voice('de')('button.answer')).toEqual([text('Antworten')]);
    expect(voice('en')('button.answer')).toEqual([text('Answer')]);
    expect(voice('de').language).toBe('de');
  });

  test('fills in words, figures and spans where the text names them', () => {
    expect(voice('de')('promise.by', { person: mention('slack:T1:U1') })).toEqual([
      text('Eingerichtet von '),
      mention('slack:T1:U1'),
      text('.'),
    ]);
    expect(voice('en')('result.share', { n: 8, total: 10 })).toEqual([
      text('8'),
      text(' of '),
      text('10'),
      text(' say 4 or 5. '),
    ]);
    expect(plain(voice('en')('promise.title', { date: 'Thu', rhythm: [bold('every week')] }))).toBe(
      "From Thu I'll ask you three questions every week. It takes under a minute and counts as working time.",
    );
  });

  test('takes what people typed as it is', () => {
    expect(plain(voice('en')('unknown.title', { typed: '{word} {typed}', word: 'pulse' }))).toBe(
      "I don't know “{word} {typed}”. Did you mean pulse?",
    );
  });

  test.each([
    [0, 'people'],
    [1, 'person'],
    [2, 'people'],
    [21, 'people'],
  ])('counts %i %s', (n, noun) => {
    expect(plain(voice('en')('promise.who-text', { n }))).toContain(`(${n} ${noun})`);
  });

  test.each([
    [0, 'Personen'],
    [1, 'Person'],
    [12, 'Personen'],
  ])('counts %i %s in German', (n, noun) => {
    expect(plain(voice('de')('promise.who-text', { n }))).toContain(`(${n} ${noun})`);
  });
});

describe('strong', () => {
  test('makes text bold and leaves the rest what it is', () => {
    const time = { kind: 'time', instant: 0, style: 'date', fallback: 'Do' } as const;
    expect(strong([text('Bis '), time, mention('slack:T1:U1')])).toEqual([
      bold('Bis '),
      time,
      mention('slack:T1:U1'),
    ]);
  });
});

describe('a label', () => {
  test('is words alone', () => {
    expect(label([text('Bis '), bold('dann')])).toBe('Bis dann');
  });
});

describe('the language of a locale', () => {
  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-ch', 'de'],
    ['en-US', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('of %p is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});
