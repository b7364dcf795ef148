import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { aggregateFields } from '../../adapters/dynamodb/aggregate-item.ts';
import { askBatchFields } from '../../adapters/dynamodb/ask-batch-repository.ts';
import { channelFields } from '../../adapters/dynamodb/channels.ts';
import { commentFields } from '../../adapters/dynamodb/comments.ts';
import { deliveryFields } from '../../adapters/dynamodb/delivery-record.ts';
import { erasureFields } from '../../adapters/dynamodb/erasure-repository.ts';
import { lookFields } from '../../adapters/dynamodb/look-repository.ts';
import { departureFields } from '../../adapters/dynamodb/people.ts';
import { personFields } from '../../adapters/dynamodb/person-item.ts';
import { removalFields } from '../../adapters/dynamodb/removal-repository.ts';
import { roundFields } from '../../adapters/dynamodb/round-repository.ts';
import { settingsFields } from '../../adapters/dynamodb/settings-repository.ts';
import { teamFields } from '../../adapters/dynamodb/team-repository.ts';
import { tenantFields } from '../../adapters/dynamodb/tenants.ts';
import { answerFields, headFields } from '../../adapters/dynamodb/vault-item.ts';
import {
  BARS_FROM,
  CANNOT_SAY_FROM,
  COMMENTS_FROM,
  SHARES_FROM,
  THEME_FROM,
  WORDS_FROM,
} from '../../src/pulse/results/gates.ts';
import { RETENTION } from '../../src/retention/retention.ts';
import { LOG_KEPT } from '../../src/team/change/team-change.ts';

const shared = new Set(Object.keys(aggregateFields));
const own = (fields: object): readonly string[] => Object.keys(fields).filter((name) => !shared.has(name));

/** Every kind of row, by its heading, and what its schema reads. */
const STORED: Readonly<Record<string, readonly string[]>> = {
  aggregate: Object.keys(aggregateFields),
  person: Object.keys(personFields),
  departure: Object.keys(departureFields),
  team: own(teamFields),
  channel: Object.keys(channelFields),
  round: own(roundFields),
  comment: Object.keys(commentFields),
  asks: own(askBatchFields),
  look: own(lookFields),
  settings: own(settingsFields),
  delivery: Object.keys(deliveryFields),
  erasure: own(erasureFields),
  removal: own(removalFields),
  tenant: Object.keys(tenantFields),
  head: Object.keys(headFields),
  answer: Object.keys(answerFields),
};

const codes = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

const rowsOf = (section: string): readonly (readonly string[])[] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe.each([
  ['de', 'Alle Felder', 'Wie lange', /(\d+) Tage?/u],
  ['en', 'All fields', 'For how long', /(\d+) days?/u],
])('the data sheet, %s', (language, fieldsTitle, periodsTitle, period) => {
  const sheet = readFileSync(`docs/data-sheet.${language}.md`, 'utf8');
  const chapter = (title: string): string => sheet.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

  test('names every stored field, and none besides', () => {
    const sections = chapter(fieldsTitle).split('\n### ').slice(1);
    const named = sections.map((section): [string, readonly string[]] => [
      codes(section.split('\n')[0] ?? '')[0] ?? '',
      rowsOf(section).flatMap(([field = '']) => codes(field)),
    ]);
    const sorted = (all: readonly (readonly [string, readonly string[]])[]) =>
      Object.fromEntries(all.map(([kind, names]) => [kind, [...names].sort()]));
    expect(sorted(named)).toEqual(sorted(Object.entries(STORED)));
  });

  test('names how long everything is kept, with the numbers of the program', () => {
    const kept = rowsOf(chapter(periodsTitle)).map((row) => [
      codes(row[3] ?? '')[0],
      Number(period.exec(row[1] ?? '')?.[1]),
    ]);
    expect(Object.fromEntries(kept)).toEqual(
      Object.fromEntries(Object.entries(RETENTION).map(([thing, { days }]) => [thing, days])),
    );
  });

  test('names the thresholds of the program', () => {
    const numbers = [...sheet.matchAll(/(?:ab|from) (\d+)/giu)].map(([, number]) => Number(number));
    expect(numbers).toEqual(
      expect.arrayContaining([WORDS_FROM, BARS_FROM, SHARES_FROM, THEME_FROM].map(Number)),
    );
    expect(sheet).toMatch(new RegExp(`${WORDS_FROM} (?:Antworten und|answers and) ${COMMENTS_FROM} `, 'u'));
    expect(sheet).toMatch(new RegExp(`(?:mindestens|at least) ${CANNOT_SAY_FROM} `, 'u'));
    expect(sheet).toMatch(new RegExp(`(?:letzten|last) ${LOG_KEPT} `, 'u'));
  });
});

test('both languages have the same chapters, tables and lists', () => {
  const shape = (language: string): readonly string[] =>
    readFileSync(`docs/data-sheet.${language}.md`, 'utf8')
      .split('\n')
      .flatMap((line) => /^(#{1,3} |\| |- )/u.exec(line)?.[1] ?? []);
  expect(shape('de')).toEqual(shape('en'));
});
