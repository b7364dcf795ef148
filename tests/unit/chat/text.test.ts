import { describe, expect, test } from '@jest/globals';
import { idIn, inTenant } from '../../../src/chat/identity.ts';
import { bold, code, mention, plain, text } from '../../../src/chat/text.ts';

describe('the words alone', () => {
  test('keep every kind of text and leave out who and where', () => {
    expect(
      plain([
        text('Bis '),
        { kind: 'time', instant: 0, style: 'date', fallback: 'Do, 1.1.' },
        text(' fragt '),
        mention('slack:T1:U1'),
        text(' in '),
        { kind: 'conversation', conversation: 'slack:T1:C1' },
        text(': '),
        bold('fett'),
        code(' puls '),
        { kind: 'link', text: 'zum Ergebnis', url: 'https://chat.example' },
      ]),
    ).toBe('Bis Do, 1.1. fragt … in …: fett puls zum Ergebnis');
    expect(plain([])).toBe('');
  });
});

describe('a reference', () => {
  test('is made of a tenant and an id, and gives the id back', () => {
    expect(inTenant('slack:T1', 'C7')).toBe('slack:T1:C7');
    expect(idIn('slack:T1:C7')).toBe('C7');
    expect(idIn('msteams:0a-1b:19')).toBe('19');
  });
});
