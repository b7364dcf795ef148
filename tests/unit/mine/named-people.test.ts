import { describe, expect, test } from '@jest/globals';
import { askBatchFields } from '../../../adapters/dynamodb/ask-batch-repository.ts';
import { erasureFields } from '../../../adapters/dynamodb/erasure-repository.ts';
import { lookFields } from '../../../adapters/dynamodb/look-repository.ts';
import { removalFields } from '../../../adapters/dynamodb/removal-repository.ts';
import { roundFields } from '../../../adapters/dynamodb/round-repository.ts';
import { personRef } from '../../../adapters/dynamodb/schemas.ts';
import { settingsFields } from '../../../adapters/dynamodb/settings-repository.ts';
import { teamFields } from '../../../adapters/dynamodb/team-repository.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Where in a schema a person stands, by the names of fields. */
const peopleIn = (schema: unknown, path = ''): readonly string[] => {
  if (schema === personRef) return [path];
  const def: unknown = isObject(schema) ? schema['def'] : undefined;
  if (!isObject(def)) return [];
  const inside = [def['element'], def['innerType'], def['in'], def['valueType']];
  const options = Array.isArray(def['options']) ? def['options'] : [];
  const shape = isObject(def['shape']) ? Object.entries(def['shape']) : [];
  const found = [
    ...[...inside, ...options].flatMap((one) => peopleIn(one, path)),
    ...shape.flatMap(([name, one]) => peopleIn(one, path === '' ? name : `${path}.${name}`)),
  ];
  return [...new Set(found)].sort();
};

const namedIn = (fields: object): readonly string[] =>
  Object.entries(fields).flatMap(([name, schema]) => (name === 'outbox' ? [] : peopleIn(schema, name)));

// A new one here: src/mine/without-person.ts takes people out of it, and the export has words for it.
describe('people are named', () => {
  test.each([
    [
      'team',
      teamFields,
      [
        'came',
        'invited.by',
        'invited.person',
        'leads',
        'leftOut',
        'log.by',
        'log.what.people',
        'players',
        'promise.leads',
        'setUpBy',
        'wayOn.decided.by',
        'went',
      ],
    ],
    ['round', roundFields, ['leads']],
    ['roster', askBatchFields, ['people']],
    ['settings', settingsFields, ['admins', 'first', 'releases.pulse.by']],
    ['look', lookFields, []],
    ['removal', removalFields, []],
    ['erasure', erasureFields, ['person']],
  ])('in a %s where erasing looks for them', (_kind, fields, expected) => {
    expect([...namedIn(fields)].sort()).toEqual(expected);
  });
});
