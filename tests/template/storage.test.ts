import { expect, test } from '@jest/globals';
import { SEND_TIMEOUT } from '../../adapters/slack/web-client.ts';
import { LAST_START_MS } from '../../functions/deliver-handler.ts';
import { LEASE } from '../../src/delivery/deliver.ts';
import { eventSources, lambda, lambdas, namesOf, queue, resource } from './compiled-template.ts';

const seconds = (milliseconds: number): number => milliseconds / 1000;

test('the vault keeps nothing that could bring back what was destroyed', () => {
  const { Properties, DeletionPolicy } = resource('VaultTable');
  expect(Properties).toMatchObject({
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
    ContributorInsightsSpecification: { Enabled: false },
    Tags: [{ Key: 'backup', Value: 'never' }],
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  });
  expect(Properties).not.toHaveProperty('StreamSpecification');
  expect(Properties).not.toHaveProperty('GlobalSecondaryIndexes');
  expect(DeletionPolicy).toBe('Delete');
});

test('the state survives a mistake', () => {
  const { Properties, DeletionPolicy } = resource('StateTable');
  expect(Properties).toMatchObject({
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    DeletionProtectionEnabled: true,
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  });
  expect(Properties).not.toHaveProperty('StreamSpecification');
  expect(DeletionPolicy).toBe('Retain');
});

test.each(namesOf('AWS::DynamoDB::Table'))('%s is encrypted and paid by use', (name) => {
  expect(resource(name).Properties).toMatchObject({
    SSESpecification: { SSEEnabled: true },
    BillingMode: 'PAY_PER_REQUEST',
  });
});

test.each(eventSources)('$queue has a place for dead letters that somebody is told about', (source) => {
  const { RedrivePolicy } = queue(source.queue);
  const letters = RedrivePolicy?.deadLetterTargetArn ?? '';
  expect(resource(letters).Properties).toMatchObject({ FifoQueue: true, MessageRetentionPeriod: 1_209_600 });
  const alarms = namesOf('AWS::CloudWatch::Alarm').map((name) => JSON.stringify(resource(name)));
  expect(alarms).toContainEqual(expect.stringContaining(`["${letters}","QueueName"]`));
});

test.each(eventSources)('$queue serves its groups apart and $lambda reports what failed', (source) => {
  expect(resource(source.queue).Properties).toMatchObject({
    FifoQueue: true,
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
    SqsManagedSseEnabled: true,
  });
  expect(source.responses).toEqual(['ReportBatchItemFailures']);
});

test.each(eventSources)(
  'a call ends before $lambda, that before a lease, and the lease before $queue hands out again',
  (source) => {
    const { Timeout } = lambda(source.lambda);
    expect(seconds(SEND_TIMEOUT)).toBeLessThan(Timeout);
    expect(Timeout).toBeLessThan(seconds(LEASE));
    expect(seconds(LEASE)).toBeLessThan(queue(source.queue).VisibilityTimeout ?? 0);
  },
);

test('a delivery is begun only when a call can still end in time', () => {
  expect(SEND_TIMEOUT).toBeLessThan(LAST_START_MS);
  expect(seconds(LAST_START_MS)).toBeLessThan(lambda('DeliverLambdaFunction').Timeout);
});

test('a throttled delivery is not a dead letter', () => {
  expect(queue('DeliveriesQueue').RedrivePolicy?.maxReceiveCount).toBe(1000);
});

test('no two runs of the tick overlap', () => {
  expect(lambda('TickLambdaFunction').Timeout).toBeLessThan(60);
});

test.each(lambdas)('%s runs on the runtime we test for', (name) => {
  expect(lambda(name)).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
});
