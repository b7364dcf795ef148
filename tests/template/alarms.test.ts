import { expect, test } from '@jest/globals';
import { namesOf, resource } from './compiled-template.ts';

test.each([
  ['job-parked', 'JobsLogGroup'],
  ['delivery-dropped', 'DeliverLogGroup'],
])('a line %s raises an alarm', (event, group) => {
  const filter = namesOf('AWS::Logs::MetricFilter')
    .map((name) => resource(name).Properties)
    .find(({ FilterPattern }) => FilterPattern === `{ $.event = "${event}" }`);
  expect(filter).toMatchObject({ LogGroupName: { Ref: group } });
  const metric = filter?.['MetricTransformations'];
  const alarms = namesOf('AWS::CloudWatch::Alarm').map((name) => resource(name).Properties);
  const watched = alarms.map(({ Namespace, MetricName, Threshold, AlarmActions }) => ({
    metric: [{ MetricNamespace: Namespace, MetricName, MetricValue: '1' }],
    Threshold,
    AlarmActions,
  }));
  expect(watched).toContainEqual({ metric, Threshold: 0, AlarmActions: [{ Ref: 'AlarmTopic' }] });
});
