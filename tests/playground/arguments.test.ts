import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../playground/arguments.ts';

const other = {
  SLACK_API_URL: 'http://127.0.0.1:5000/api',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: 's',
};

describe('npm start', () => {
  it('needs nothing', () => {
    expect(readSettings([], {})).toEqual({
      port: 4300,
      portWanted: false,
      folder: undefined,
      otherSlack: undefined,
      signingSecret: undefined,
      help: false,
    });
  });

  it('takes a folder, a port and headless', () => {
    const settings = readSettings(['--headless', '--data', 'kept'], { PORT: '4301' });
    expect(settings).toMatchObject({ port: 4301, portWanted: true, folder: 'kept' });
  });

  it('points the handlers at another Slack when it has all three', () => {
    expect(readSettings([], other).otherSlack).toEqual({
      apiUrl: 'http://127.0.0.1:5000/api/',
      botToken: 'xoxb-1',
      signingSecret: 's',
    });
    expect(readSettings([], { SLACK_SIGNING_SECRET: 's' })).toMatchObject({
      otherSlack: undefined,
      signingSecret: 's',
    });
  });

  it('says what it cannot do with what it got', () => {
    expect(() => readSettings([], { ...other, SLACK_BOT_TOKEN: '' })).toThrow('another Slack needs');
    expect(() => readSettings([], { PORT: 'seventeen' })).toThrow('no port');
    expect(() => readSettings(['--datta'], {})).toThrow('--datta');
  });
});
