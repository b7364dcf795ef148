import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { makeJsonLogger } from '../../adapters/system/logger.ts';
import { loggerContract } from './logger.contract.ts';
import type { LoggedLine } from './logger.contract.ts';

const setUp = () => {
  const written: string[] = [];
  return { logger: makeJsonLogger((line) => written.push(line)), written };
};

loggerContract('JSON lines', () => {
  const { logger, written } = setUp();
  return { logger, lines: () => written.map((line): LoggedLine => JSON.parse(line)) };
});

/** Calls past the types, as a library or a cast would. */
const saying = (event: string, fields: unknown): string => {
  const { logger, written } = setUp();
  Reflect.apply(Reflect.get(logger, 'info'), logger, [event, fields]);
  return written.join('');
};

describe('the JSON logger', () => {
  it('writes one line for each event', () => {
    const { logger, written } = setUp();
    logger.info('tick', { count: 2 });
    logger.error('request-failed');
    expect(written).toEqual([
      '{"level":"info","event":"tick","count":2}\n',
      '{"level":"error","event":"request-failed"}\n',
    ]);
  });

  it('drops every field that it does not know', () => {
    const fields = {
      route: 'answer',
      person: 'slack:T1:U1',
      message: 'secret',
      error: new TypeError('secret'),
    };
    expect(saying('request', fields)).toBe('{"level":"info","event":"request","route":"answer"}\n');
  });

  it.each([
    ['a sentence', { outcome: 'Ana said that the tools are bad' }],
    ['a bot token', { fault: 'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx' }],
    ['the name of a slot', { route: 'a'.repeat(64) }],
    ['a line break', { errorClass: 'TypeError\n{"level":"error"}' }],
    ['an object', { outcome: { text: 'secret' } }],
    ['a list', { job: ['secret'] }],
    ['a text with an umlaut', { aggregate: 'Ärger' }],
    ['half a number', { count: 1.5 }],
    ['a number as text', { count: '17' }],
    ['an exact duration', { took: '1734ms' }],
    ['a field of the prototype', Object.create({ route: 'secret' })],
  ])('drops %s', (_, fields) => {
    expect(saying('request', fields)).toBe('{"level":"info","event":"request"}\n');
  });

  it('calls an event it does not know the library', () => {
    expect(saying('Ana answered', {})).toBe('{"level":"info","event":"library"}\n');
    expect(saying('constructor', {})).toBe('{"level":"info","event":"library"}\n');
  });

  it('says nothing but one line in the known shapes, whatever it is told', () => {
    fc.assert(
      fc.property(fc.string(), fc.object({ maxDepth: 2 }), (event, fields) => {
        const line = saying(event, fields);
        expect(line).toMatch(
          /^\{"level":"info","event":"[a-z-]+"(,"[a-zA-Z]+":("[\w.:@;/#-]{1,128}"|-?\d+))*\}\n$/u,
        );
      }),
    );
  });
});
