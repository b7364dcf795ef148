import type { SlackDouble } from './slack/double.ts';
import type { Outcome } from './slack/outcome.ts';

const NEXT = 'rahmen:setup:0';

const complaint = ({ error, fieldErrors, view }: Outcome): string | undefined => {
  if (error !== undefined) return error;
  if (fieldErrors) return `the form complains: ${JSON.stringify(fieldErrors)}`;
  return view ? undefined : 'no dialog was opened';
};

/**
 * Sets up what comes before the first team, as an admin would: the word, *Next* to a second admin, *Next* to the release.
 * Answers with what went wrong, if anything.
 */
export const seedRelease = async (slack: SlackDouble): Promise<string | undefined> => {
  const { people } = slack;
  const admin = slack.asPerson(people.ina);
  const [card] = (await admin.command('/rahmen', 'einrichten')).messages;
  if (!card) return 'no set-up card was shown';
  const steps: readonly ((last: Outcome) => Promise<Outcome>)[] = [
    async () => admin.click(card, NEXT),
    async ({ view }) => (view ? admin.submit(view, { admins: [people.ina, people.mia] }) : { messages: [] }),
    async ({ view }) => (view ? admin.click(view, NEXT) : { messages: [] }),
    async ({ view }) =>
      view ? admin.submit(view, { ground: 'Betriebsvereinbarung zur Probe' }) : { messages: [] },
  ];
  let last: Outcome = { messages: [] };
  for (const step of steps) {
    last = await step(last);
    const fault = complaint(last);
    if (fault !== undefined) return fault;
  }
  if (last.view) await admin.close(last.view, true);
  return undefined;
};
