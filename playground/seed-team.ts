import type { SlackDouble } from './slack/double.ts';
import type { Outcome } from './slack/outcome.ts';

const complaint = ({ error, fieldErrors }: Outcome): string | undefined =>
  error ?? (fieldErrors && `the form complains: ${JSON.stringify(fieldErrors)}`);

/**
 * Sets the team up as a lead would: `/rahmen team` in its channel, the form and its preview sent off with what they
 * propose. Answers with what went wrong, if anything: the playground is useful without a team as well.
 */
export const seedTeam = async (slack: SlackDouble): Promise<string | undefined> => {
  const lead = slack.asPerson(slack.people.lea);
  const asked = await lead.command('/rahmen', 'team', slack.channels.nord);
  if (asked.error !== undefined) return asked.error;
  if (!asked.view) return 'no form was opened';
  const preview = await lead.submit(asked.view);
  if (complaint(preview) !== undefined || !preview.view) return complaint(preview) ?? 'no preview was shown';
  const sent = await lead.submit(preview.view);
  const left = lead.view();
  // What the app shows instead of the form is read and closed.
  if (left && complaint(sent) === undefined) await lead.close(left, true);
  return complaint(sent);
};
