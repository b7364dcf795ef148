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

test('only the worker that closes rounds deletes what the vault holds, and only it and the sender list it', () => {
  const able = (action: string) => roles.filter((name) => role(name).may('VaultTable').includes(action));
  expect([...able('dynamodb:Query')].sort()).toEqual(['DeliverRole', 'JobsRole']);
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

test('the tick may read the due index, which names rows, and never a row', () => {
  expect(role('TickRole').may('StateTable')).toEqual(['dynamodb:Query']);
  expect(JSON.stringify(resource('TickRole'))).toContain(
    '"Resource":{"Fn::Sub":"${StateTable.Arn}/index/due"}',
  );
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
