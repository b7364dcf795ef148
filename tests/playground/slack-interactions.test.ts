import { afterEach, describe, expect, it } from '@jest/globals';
import { CHANNELS } from '../../playground/slack/seed/channels.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import type { View } from '../../playground/slack/types.ts';
import { aBench, aCard, aModal, closeBenches, ok, plain } from './stand-in.ts';
import type { Bench, Loose } from './stand-in.ts';

afterEach(closeBenches);

const errorOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no error',
    (error: Loose) => error.data?.error ?? String(error),
  );

const opened = async (bench: Bench, modal: object = {}): Promise<View> => {
  bench.answerWith(async ({ trigger_id }) => {
    await bench.web.views.open({ trigger_id, view: aModal(modal) });
    return ok();
  });
  const { view } = await bench.slack.asPerson(PEOPLE.ada).command('/rahmen', 'team', CHANNELS.nord);
  if (!view) throw new Error('no view was opened');
  return view;
};

describe('triggers', () => {
  const use = async (wallAfter: number, times: number): Promise<string[]> => {
    let wall = 1000;
    const bench = await aBench({ wall: () => wall });
    const results: string[] = [];
    bench.answerWith(async ({ trigger_id }) => {
      wall += wallAfter;
      for (let time = 0; time < times; time += 1) {
        results.push(await errorOf(bench.web.views.open({ trigger_id, view: aModal() })));
      }
      results.push(await errorOf(bench.web.views.open({ trigger_id: '1.2.made-up', view: aModal() })));
      return ok();
    });
    await bench.slack.asPerson(PEOPLE.ada).command('/rahmen');
    return results;
  };

  it('work once', async () => {
    expect(await use(3000, 2)).toEqual(['no error', 'exchanged_trigger_id', 'invalid_trigger_id']);
  });

  it('are stale after three seconds', async () => {
    expect(await use(3001, 1)).toEqual(['expired_trigger_id', 'invalid_trigger_id']);
  });
});

describe('modals', () => {
  it('carry what was entered, and what was there before', async () => {
    const bench = await aBench();
    const view = await opened(bench, { private_metadata: 'kept' });
    let submitted: Loose;
    bench.answerWith((payload) => {
      submitted = payload;
      return ok();
    });
    const ada = bench.slack.asPerson(PEOPLE.ada);
    expect(await ada.submit(view, { Name: 'Grün' })).not.toHaveProperty('view');
    expect(submitted).toMatchObject({
      type: 'view_submission',
      view: {
        id: view.id,
        callback_id: 'colour',
        private_metadata: 'kept',
        app_installed_team_id: 'T0RAHMEN01',
        state: {
          values: {
            name: { text: { type: 'plain_text_input', value: 'Grün' } },
            shade: { radio: { selected_option: { value: 'dark' } } },
          },
        },
      },
      response_urls: [],
    });
    await expect(ada.submit(view)).rejects.toThrow('not on');
  });

  it('ask for what is missing before anything is sent', async () => {
    const bench = await aBench();
    const view = await opened(bench);
    const ada = bench.slack.asPerson(PEOPLE.ada);
    const sent = bench.received.length;
    expect((await ada.submit(view, { name: '' })).fieldErrors).toHaveProperty('name');
    expect((await ada.submit(view, { name: 'x'.repeat(21) })).fieldErrors).toHaveProperty('name');
    expect(bench.received).toHaveLength(sent);
    await expect(ada.submit(view, { nose: 'x' })).rejects.toThrow('no field');
  });

  it('stay open with the app’s complaints, and keep what was typed', async () => {
    const bench = await aBench();
    const view = await opened(bench);
    bench.answerWith(() => ok({ response_action: 'errors', errors: { name: 'Taken' } }));
    const ada = bench.slack.asPerson(PEOPLE.ada);
    const outcome = await ada.submit(view, { name: 'Red' });
    expect(outcome).toMatchObject({ fieldErrors: { name: 'Taken' }, view: { id: view.id } });
    expect(outcome.view?.values['name']).toMatchObject({ text: { value: 'Red' } });
    bench.answerWith(() => ok({ response_action: 'errors', errors: { unknown: 'x' } }));
    expect(await ada.submit(view)).toMatchObject({ error: 'invalid_response' });
  });

  it('change, stack and clear as the app answers', async () => {
    const bench = await aBench();
    const view = await opened(bench);
    const ada = bench.slack.asPerson(PEOPLE.ada);
    const answer = (way: string) => () =>
      ok({ response_action: way, view: aModal({ title: plain(way), external_id: way }) });
    bench.answerWith(answer('update'));
    const updated = await ada.submit(view, { name: 'Red' });
    expect(updated.view).toMatchObject({ id: view.id, source: { title: { text: 'update' } } });
    expect(updated.view?.values['name']).toMatchObject({ text: { value: 'Red' } });
    bench.answerWith(answer('push'));
    const pushed = await ada.submit(view);
    expect(pushed.view).toMatchObject({ previousId: view.id, rootId: view.id });
    const known = await bench.web.views.update({
      external_id: 'push',
      view: aModal({ external_id: 'push' }),
    });
    expect(known.view?.id).toBe(pushed.view?.id);
    bench.answerWith(() => ok({ response_action: 'clear' }));
    await ada.submit(pushed.view ?? view, { name: 'x' });
    expect(ada.view()).toBeUndefined();
    expect(await errorOf(bench.web.views.update({ view_id: view.id, view: aModal() }))).toBe('not_found');
  });

  it('are at most three deep, pushed only from within', async () => {
    const bench = await aBench();
    const results: string[] = [];
    const view = await opened(bench, { blocks: aCard('More') });
    bench.answerWith(async ({ trigger_id }) => {
      results.push(
        await errorOf(bench.web.views.push({ trigger_id, view: aModal({ blocks: aCard('More') }) })),
      );
      return ok();
    });
    const ada = bench.slack.asPerson(PEOPLE.ada);
    await ada.click(view, 'More');
    await ada.click(ada.view() ?? view, 'More');
    await ada.click(ada.view() ?? view, 'More');
    await ada.command('/rahmen');
    expect(results).toEqual(['no error', 'no error', 'push_limit_reached', 'invalid_trigger_id']);
  });

  it('notice a stale hash', async () => {
    const bench = await aBench();
    const view = await opened(bench);
    const update = (hash: string) =>
      errorOf(bench.web.views.update({ view_id: view.id, hash, view: aModal() }));
    expect(await update(view.hash)).toBe('no error');
    expect(await update(view.hash)).toBe('hash_conflict');
  });

  it('say that they were closed only if they were asked to', async () => {
    const bench = await aBench();
    const ada = bench.slack.asPerson(PEOPLE.ada);
    await ada.close(await opened(bench));
    expect(bench.received).toHaveLength(1);
    const asked = await opened(bench, { notify_on_close: true });
    let closed: Loose;
    bench.answerWith((payload) => {
      closed = payload;
      return ok();
    });
    await ada.close(asked, true);
    expect(closed).toMatchObject({ type: 'view_closed', is_cleared: true, view: { id: asked.id } });
  });
});

describe('response URLs', () => {
  const respond = (url: string, body: object) =>
    fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  it('work five times', async () => {
    let url = '';
    const { slack } = await aBench({}, ({ response_url }) => {
      url = response_url;
      return ok();
    });
    const ada = slack.asPerson(PEOPLE.ada);
    await ada.command('/rahmen', '', CHANNELS.nord);
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await respond(url, { text: `${time}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(ada.messages(CHANNELS.nord)).toHaveLength(5);
    expect(slack.messages(CHANNELS.nord)).toHaveLength(0);
  });

  it('work for half an hour of the workspace’s time', async () => {
    let now = 1_800_000_000_000;
    let url = '';
    const { slack } = await aBench({ now: () => now }, ({ response_url }) => {
      url = response_url;
      return ok();
    });
    await slack.asPerson(PEOPLE.ada).command('/rahmen', '', CHANNELS.nord);
    now += 30 * 60_000;
    expect((await respond(url, { response_type: 'in_channel', text: 'in time' })).status).toBe(200);
    now += 1;
    const late = await respond(url, { text: 'late' });
    expect(await late.json()).toEqual({ ok: false, error: 'expired_url' });
    expect(slack.messages(CHANNELS.nord)).toMatchObject([{ text: 'in time' }]);
  });

  it('replace or delete the message that was clicked, even one that only one person sees', async () => {
    const urls: string[] = [];
    const { slack, web } = await aBench({}, ({ response_url }) => {
      urls.push(response_url);
      return ok();
    });
    await web.chat.postEphemeral({ channel: CHANNELS.nord, user: PEOPLE.ada, text: 'x', blocks: aCard() });
    const ada = slack.asPerson(PEOPLE.ada);
    const [message] = ada.messages(CHANNELS.nord);
    if (message) await ada.click(message, 'go');
    await respond(urls[0] ?? '', { replace_original: true, text: 'done' });
    expect(ada.messages(CHANNELS.nord)).toMatchObject([{ text: 'done', blocks: [], onlyFor: PEOPLE.ada }]);
    await respond(urls[0] ?? '', { delete_original: true });
    expect(ada.messages(CHANNELS.nord)).toHaveLength(0);
  });
});
