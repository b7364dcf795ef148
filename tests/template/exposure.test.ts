import { expect, test } from '@jest/globals';
import { lambda, lambdas, namesOf, resource, text } from './compiled-template.ts';

const variablesOf = (name: string): readonly string[] => Object.keys(lambda(name).Environment.Variables);
const holders = (key: string): readonly string[] => lambdas.filter((name) => variablesOf(name).includes(key));

test('secrets are references, filled in at deployment', () => {
  expect(text).not.toMatch(/xox[a-z]-|xapp-/);
  const secrets = lambdas.flatMap((name) =>
    Object.entries(lambda(name).Environment.Variables).filter(([key]) => /SECRET|TOKEN/.test(key)),
  );
  expect(secrets).not.toHaveLength(0);
  for (const [, value] of secrets)
    expect(value).toMatch(/^\{\{resolve:secretsmanager:rahmen\/\w+\/slack:SecretString:\w+\}\}$/);
});

test('only the function that verifies holds the signing secret, and the tick holds no token', () => {
  expect(holders('SLACK_SIGNING_SECRET')).toEqual(['SlackLambdaFunction']);
  expect(holders('SLACK_BOT_TOKEN')).not.toContain('TickLambdaFunction');
});

test('every function knows the tables and queues', () => {
  for (const name of lambdas) {
    expect(variablesOf(name)).toEqual(
      expect.arrayContaining(['STATE_TABLE', 'VAULT_TABLE', 'JOBS_QUEUE_URL', 'DELIVERIES_QUEUE_URL']),
    );
  }
});

test('one door from outside, without an access log', () => {
  expect(namesOf('AWS::ApiGatewayV2::Route').map((name) => resource(name).Properties['RouteKey'])).toEqual([
    'POST /slack/events',
  ]);
  expect(resource('HttpApiStage').Properties).not.toHaveProperty('AccessLogSettings');
  expect(namesOf('AWS::Lambda::Url')).toEqual([]);
});

test('no function is traced, and lines about clicks live for a week', () => {
  expect(text).not.toContain('TracingConfig');
  expect(resource('SlackLogGroup').Properties['RetentionInDays']).toBe(7);
  for (const name of namesOf('AWS::Logs::LogGroup')) {
    expect(resource(name).Properties['RetentionInDays']).toBeLessThanOrEqual(30);
  }
});

test('a tick that stays away is noticed', () => {
  expect(resource('TickMissedAlarm').Properties).toMatchObject({
    MetricName: 'Invocations',
    Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'TickLambdaFunction' } }],
    Period: 600,
    Threshold: 8,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  });
});
