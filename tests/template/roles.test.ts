import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { eventSources, lambda, lambdas, namesOf, resource, role } from './compiled-template.ts';

const roles = namesOf('AWS::IAM::Role');

test('no function shares its role with another', () => {
  const used = lambdas.map((name) => lambda(name).Role);
  expect(used).toHaveLength(roles.length);
  expect(new Set(used)).toEqual(new Set(roles));
});

test.each(roles)('%s names every action and every resource', (name) => {
  expect(JSON.stringify(resource(name))).not.toContain('*');
  expect(role(name).statements.length).toBeGreaterThan(1);
});

test.each(roles)('%s can be assumed by Lambda and by nobody else', (name) => {
  expect(role(name).services).toEqual(['lambda.amazonaws.com']);
});

test.each(roles)('%s can neither scan a table nor change one', (name) => {
  const actions = role(name).statements.flatMap(({ Action }) => Action);
  expect(actions.filter((action) => /Scan|Table|Backup|Stream$|Admin|PassRole/.test(action))).toEqual([
    'logs:CreateLogStream',
  ]);
});

const adapterCode = ['adapters/dynamodb', 'adapters/sqs']
  .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')))
  .join('\n');

/** Of an action, the SDK's command for it: the document client leaves `Item` out of its names. */
const commandsFor = (action: string): readonly string[] => {
  const name = action.slice(action.indexOf(':') + 1);
  return [name, name.replace('Item', ''), `${name}Batch`].map((command) => `new ${command}Command(`);
};

/** What Lambda itself does with a role: reading its queue and writing its log. */
const ofTheRuntime = ['logs:', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

test.each(roles)('%s allows nothing that no adapter calls', (name) => {
  const actions = role(name)
    .statements.flatMap(({ Action }) => Action)
    .filter((action) => !ofTheRuntime.some((prefix) => action.startsWith(prefix)));
  const unused = actions.filter((action) => !commandsFor(action).some((code) => adapterCode.includes(code)));
  expect(unused).toEqual([]);
});

test('only the worker that closes rounds lists or deletes what the vault holds', () => {
  const able = (action: string) => roles.filter((name) => role(name).may('VaultTable').includes(action));
  expect(able('dynamodb:Query')).toEqual(['JobsRole']);
  expect(able('dynamodb:DeleteItem')).toEqual(['JobsRole']);
});

test.each(eventSources)('$lambda can receive, delete and postpone what $queue holds', (source) => {
  expect(role(lambda(source.lambda).Role ?? '').may(source.queue)).toEqual(
    expect.arrayContaining([
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ]),
  );
});

test('the tick reads the due index and fills the queue, nothing else', () => {
  expect(role('TickRole').may('StateTable')).toEqual(['dynamodb:Query']);
  expect(role('TickRole').may('JobsQueue')).toEqual(['sqs:SendMessage']);
  expect(role('TickRole').may('VaultTable')).toEqual([]);
});

test('a schedule is a rule: a rule needs no role, and the function lets it in', () => {
  expect(namesOf('AWS::Scheduler::Schedule')).toEqual([]);
  const rules = namesOf('AWS::Events::Rule');
  expect(rules).toHaveLength(1);
  expect(rules.map((name) => JSON.stringify(resource(name)))).not.toContainEqual(
    expect.stringContaining('RoleArn'),
  );
  const permissions = namesOf('AWS::Lambda::Permission').map((name) => resource(name).Properties);
  expect(permissions).toContainEqual(
    expect.objectContaining({
      Principal: 'events.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': ['TickLambdaFunction', 'Arn'] },
    }),
  );
});
