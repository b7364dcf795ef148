import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CHANNELS } from '../../playground/slack/seed/channels.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import { aBench, aCard, aModal, closeBenches, decoded, ok } from './stand-in.ts';
import type { Bench, Loose } from './stand-in.ts';

afterEach(closeBenches);

const published = async (name: string): Promise<Loose> =>
  JSON.parse(await readFile(new URL(`../fixtures/slack/${name}.json`, import.meta.url), 'utf8'));

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Slack's published payload has and ours lacks, or has as another type. Null fits everything: it says "none". */
const gaps = (theirs: unknown, ours: unknown, path: string, ignored: readonly string[]): string[] => {
  if (theirs === null || ours === null || ignored.includes(path)) return [];
  if (typeOf(theirs) !== typeOf(ours)) return [`${path}: ${typeOf(theirs)}, ours ${typeOf(ours)}`];
  if (!isObject(theirs) || !isObject(ours)) return [];
  return Object.keys(theirs).flatMap((key) => gaps(theirs[key], ours[key], `${path}/${key}`, ignored));
};

/** What the person entered and the app put into blocks is each payload's own. */
const OWN = ['/state/values', '/view/state/values', '/event/view', '/view/title/emoji'];

const expectShape = async (name: string, ours: unknown, ignored: readonly string[] = []): Promise<void> => {
  expect(gaps(await published(name), ours, '', [...OWN, ...ignored])).toEqual([]);
};

const last = ({ received }: Bench): Loose => {
  const request = received.at(-1);
  return request && decoded(request);
};

const withView = async (bench: Bench): Promise<Loose> => {
  bench.answerWith(async ({ trigger_id }) => {
    await bench.web.views.open({ trigger_id, view: aModal({ notify_on_close: true }) });
    return ok();
  });
  const { view } = await bench.slack.asPerson(PEOPLE.ada).command('/rahmen', '', CHANNELS.nord);
  bench.answerWith(() => ok());
  return view;
};

describe('deliveries beside the payloads that Slack published', () => {
  it('slash command', async () => {
    const bench = await aBench();
    await bench.slack.asPerson(PEOPLE.ada).command('/rahmen', 'team', CHANNELS.nord);
    await expectShape('inbound/slash-command.plain-workspace', last(bench));
  });

  it('a button in a message, in one for a single person, and on the home tab', async () => {
    const bench = await aBench();
    const { slack, web } = bench;
    const ada = slack.asPerson(PEOPLE.ada);
    await web.chat.postMessage({ channel: CHANNELS.nord, text: 'x', blocks: aCard() });
    await web.chat.postEphemeral({ channel: CHANNELS.nord, user: PEOPLE.ada, text: 'x', blocks: aCard() });
    const [posted, ephemeral]: Loose[] = ada.messages(CHANNELS.nord).slice();
    await ada.click(ephemeral, 'go');
    await expectShape('inbound/block-actions.ephemeral-message', last(bench));
    await ada.click(posted, 'go');
    // The published one comes from a workflow step, which has a token and data of its own.
    const step = ['/bot_access_token', '/function_data', '/interactivity'];
    await expectShape('inbound/block-actions.dm-message-button-custom-step', last(bench), step);
    const home: Loose = { type: 'home', blocks: aCard() };
    await web.views.publish({ user_id: PEOPLE.ada, view: home });
    await ada.click(ada.home() ?? home, 'go');
    await expectShape('inbound/block-actions.home-tab', last(bench), ['/actions/0/style']);
  });

  it('a submitted and a closed view', async () => {
    const bench = await aBench();
    const ada = bench.slack.asPerson(PEOPLE.ada);
    await ada.submit(await withView(bench), { Name: 'Red' });
    await expectShape('inbound/view-submission.text-input', last(bench));
    await ada.close(await withView(bench));
    await expectShape('inbound/view-closed', last(bench));
  });

  it('a button in a modal', async () => {
    const bench = await aBench();
    bench.answerWith(async ({ trigger_id }) => {
      await bench.web.views.open({ trigger_id, view: aModal({ blocks: aCard() }) });
      return ok();
    });
    const ada = bench.slack.asPerson(PEOPLE.ada);
    const { view }: Loose = await ada.command('/rahmen');
    bench.answerWith(() => ok());
    await ada.click(view, 'go');
    await expectShape('inbound/block-actions.modal', last(bench));
  });

  it('events', async () => {
    const bench = await aBench();
    await bench.slack.events.joins(CHANNELS.partners, PEOPLE.cem);
    // Nobody invites here.
    const nobody = ['/event/inviter', '/enterprise_id'];
    await expectShape('inbound/event.member-joined-channel.slack-connect', last(bench), nobody);
    await bench.slack.events.leaves(CHANNELS.partners, PEOPLE.cem);
    await expectShape('inbound/event.member-left-channel.slack-connect', last(bench), nobody);
    await bench.slack.asPerson(PEOPLE.ada).openHome();
    await expectShape('inbound/event.app-home-opened.home', last(bench));
    await bench.slack.events.uninstalls();
    await expectShape('inbound/event.app-uninstalled', last(bench), ['/enterprise_id']);
  });
});

/** What an app has no use for, and what messages had before there were blocks. */
const CLIENT_ONLY = ['/channel/is_read_only', '/channel/last_read', '/channel/locale'];
const OF_OLD_BOTS = ['/message/attachments', '/message/subtype', '/message/username'];

describe('answers beside those that Slack published', () => {
  it.each([
    ['users.info', { user: PEOPLE.ada }, ['/user/profile', '/user/has_2fa']],
    ['users.list', {}, ['/cache_ts']],
    ['conversations.members', { channel: CHANNELS.nord }, []],
    ['conversations.info', { channel: CHANNELS.everyone }, CLIENT_ONLY],
    ['chat.postMessage', { channel: CHANNELS.nord, text: 'x' }, OF_OLD_BOTS],
  ])('%s', async (method, args, ignored) => {
    const { web } = await aBench();
    const answer = await web.apiCall(method, args);
    const file = method.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    await expectShape(`api/${file}.ok`, answer, ignored);
  });
});
