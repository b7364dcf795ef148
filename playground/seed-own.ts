import type { SlackDouble } from './slack/double.ts';
import type { Outcome } from './slack/outcome.ts';

const MY_TIMES = 'rahmen:my-times:1';
const DAY = 86_400_000;
/** Past the close of the first round, whenever that opens. */
const AWAY = 24 * DAY;

const complaint = ({ error, fieldErrors }: Outcome): string | undefined =>
  error ?? (fieldErrors && `the form complains: ${JSON.stringify(fieldErrors)}`);

/** Fay reads English and is asked on Fridays at nine: *My times* below the promise. */
const ownTimes = async ({ asPerson, people, channels }: SlackDouble): Promise<string | undefined> => {
  const fay = asPerson(people.fay);
  const promise = fay.messages(channels.nord).at(-1);
  const opened = promise && (await fay.click(promise, MY_TIMES));
  if (!opened?.view) return opened?.error ?? 'the promise has no button for own times';
  const values = { asks: 'at', weekday: '5', time: '09:00', language: 'en' };
  const saved = await fay.submit(opened.view, values);
  const left = fay.view();
  if (left && complaint(saved) === undefined) await fay.close(left, true);
  return complaint(saved);
};

/** Ivo types until when he is away. */
const away = async ({ asPerson, people }: SlackDouble, now: number): Promise<string | undefined> => {
  const [year, month, day] = new Date(now + AWAY).toISOString().slice(0, 10).split('-').map(Number);
  return complaint(await asPerson(people.ivo).command('/rahmen', `puls pause bis ${day}.${month}.${year}`));
};

/** One of the team on own times, one away: nobody else sees either. Answers with what went wrong, if anything. */
export const seedOwn = async (slack: SlackDouble, now: number): Promise<string | undefined> =>
  (await ownTimes(slack)) ?? (await away(slack, now));
