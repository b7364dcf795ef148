import { afterEach, describe, expect, it } from '@jest/globals';
import { directMessageOf } from '../../playground/slack/conversations.ts';
import { actOnSlack } from '../../playground/slack/page-actions.ts';
import { CHANNELS } from '../../playground/slack/seed/channels.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import { aBench, closeBenches, decoded } from './stand-in.ts';

afterEach(closeBenches);

describe('a message that somebody writes', () => {
  it('to the app alone is told to it, with who wrote it and where', async () => {
    const { slack, received } = await aBench();
    await slack.asPerson(PEOPLE.ada).write('puls');
    expect(received.map(decoded)).toMatchObject([
      {
        type: 'event_callback',
        event: {
          type: 'message',
          channel_type: 'im',
          user: PEOPLE.ada,
          channel: directMessageOf(slack.workspace, PEOPLE.ada).id,
          text: 'puls',
        },
      },
    ]);
  });

  it('in a channel is told to the app when it names it, and stands there for everybody either way', async () => {
    const { slack, received } = await aBench();
    const ada = slack.asPerson(PEOPLE.ada);
    await ada.write('Guten Morgen', CHANNELS.nord);
    expect(received).toEqual([]);
    await ada.write(`<@${PEOPLE.bot}> puls`, CHANNELS.nord);
    expect(received.map(decoded)).toMatchObject([
      {
        event: {
          type: 'app_mention',
          user: PEOPLE.ada,
          channel: CHANNELS.nord,
          text: `<@${PEOPLE.bot}> puls`,
        },
      },
    ]);
    expect(slack.messages(CHANNELS.nord).map(({ text }) => text)).toEqual([
      'Guten Morgen',
      `<@${PEOPLE.bot}> puls`,
    ]);
  });

  it('in a shared channel says of which workspace its writer is', async () => {
    const { slack, received } = await aBench();
    await slack.asPerson(PEOPLE.otto).write(`<@${PEOPLE.bot}> hi`, CHANNELS.partners);
    expect(received.map(decoded)).toMatchObject([
      { is_ext_shared_channel: true, event: { type: 'app_mention', user_team: 'T0MUSTER99' } },
    ]);
  });

  it('is not told to an app without the right to hear of it, or where it is no member', async () => {
    const { slack, received } = await aBench({ app: { scopes: ['chat:write'] } });
    const ada = slack.asPerson(PEOPLE.ada);
    await ada.write('puls');
    await ada.write(`<@${PEOPLE.bot}> puls`, CHANNELS.nord);
    const other = await aBench();
    await other.slack.asPerson(PEOPLE.ada).write(`<@${PEOPLE.bot}> puls`, CHANNELS.closed);
    expect([received, other.received]).toEqual([[], []]);
  });

  it('on the page names the app as people type it', async () => {
    const { slack, received } = await aBench();
    const type = (text: string) =>
      actOnSlack(slack, { action: 'type', person: PEOPLE.ada, channel: CHANNELS.nord, text });
    await type('@rahmen puls, nicht an mail@rahmen.example');
    await type('Hallo @rahmenplan');
    expect(received.map(decoded)).toMatchObject([
      { event: { text: `<@${PEOPLE.bot}> puls, nicht an mail@rahmen.example` } },
    ]);
  });
});
