import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningPlayground } from './playground-process.ts';
import { startPlaygroundProcess } from './playground-process.ts';
import type { Screen } from './screen.ts';
import { openBrowser, screenOn } from './screen.ts';

jest.setTimeout(60_000);

/** `PICTURES=docs/screenshots npm run test:browser` renews those of the documentation. */
const folder = process.env['PICTURES'] ?? '.build/screenshots';
const picture = (name: string): string => path.join(folder, `${name}.png`);

const ANSWERING = ['Ada', 'Ben', 'Cem', 'Dana', 'Fay', 'Gus', 'Gil'];

let playground: RunningPlayground;
let browser: Browser;
let screen: Screen;
const complaints: string[] = [];

beforeAll(async () => {
  [playground, browser] = await Promise.all([startPlaygroundProcess(), openBrowser()]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(playground.url);
  screen = screenOn(page);
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

/** Everything that stands in the conversation. */
const conversation = (): Promise<string> => screen.page.locator('.messages').innerText();

const answerAs = async (name: string, mark: number, comment: string): Promise<void> => {
  const { page, dialog } = screen;
  await screen.become(name);
  await screen.goTo('Rahmen');
  await page.locator('.message .button.primary').click();
  await dialog.waitFor();
  for (const group of await dialog.locator('fieldset').all()) {
    await group.locator('input').nth(mark).check();
  }
  if (comment !== '') await dialog.locator('textarea, input[type=text]').first().fill(comment);
  if (name === 'Ada') {
    await dialog.locator('legend').first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: picture('answer-form') });
  }
  await dialog.locator('button[type=submit]').click();
  await dialog.locator('button[type=submit]').waitFor({ state: 'detached' });
  await dialog.locator('footer button').click();
  await dialog.waitFor({ state: 'detached' });
};

// The tests are the steps of one round, in order.
describe('a round in the playground', () => {
  test('begins with the promise in the team’s channel', async () => {
    const { page, messages } = screen;
    await messages.first().waitFor();
    expect(await page.locator('#conversation h2').innerText()).toBe('# kundenservice-nord');
    expect(await conversation()).toContain('Wer was geantwortet hat, sieht niemand.');
    await page.screenshot({ path: picture('promise') });
  });

  test('explains how people are protected, in a dialog that Escape closes', async () => {
    const { page, dialog } = screen;
    await page.getByRole('button', { name: 'Wie ihr geschützt seid' }).click();
    expect(await dialog.innerText()).toContain('vertraulich');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('asks everybody but the lead and who is away when its time comes', async () => {
    // Fay is asked at her own time, Ivo is away.
    expect(await screen.jump()).toContain('10 Nachrichten');
    await screen.become('Ivo');
    await screen.goTo('Rahmen');
    expect(await conversation()).not.toContain('Drei Fragen');
    await screen.become('Lea');
    await screen.goTo('Rahmen');
    expect(await conversation()).not.toContain('Drei Fragen');
  });

  test('asks somebody with times and a language of their own at their time, in their language', async () => {
    await screen.become('Lea');
    expect(await screen.jump()).toContain('1 Nachricht');
    await screen.become('Fay');
    await screen.goTo('Rahmen');
    expect(await conversation()).toContain('Three questions');
    expect(await screen.page.locator('#time button').innerText()).toBe('Jump there');
  });

  test('takes answers, and shows nobody that there are any', async () => {
    for (const [index, name] of ANSWERING.entries()) {
      await answerAs(name, index % 4, index < 3 ? `Wir versuchen etwas Neues, ${index + 1}` : '');
    }
    await screen.become('Ada');
    await screen.page.screenshot({ path: picture('ask') });
    expect(await conversation()).not.toContain('Wir versuchen');
    await screen.goTo('kundenservice-nord');
    expect(await screen.messages.count()).toBe(1);
  });

  test('reminds everybody in the channel, whoever has answered', async () => {
    await screen.become('Lea');
    await screen.goTo('kundenservice-nord');
    expect(await screen.jump()).toContain('Runde ging weiter');
    await screen.messages.nth(1).waitFor();
    expect(await conversation()).toContain('Das geht an alle, egal ob du schon geantwortet hast.');
  });

  test('publishes its result once, in the channel and to the lead', async () => {
    const { page } = screen;
    await screen.become('Lea');
    await screen.goTo('kundenservice-nord');
    expect(await screen.jump()).toContain('Runde ging weiter');
    await screen.messages.nth(2).waitFor();
    expect(await conversation()).toContain('7 Antworten');
    await page.screenshot({ path: picture('result') });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: picture('result-dark') });
    await page.emulateMedia({ colorScheme: 'light' });
    await screen.goTo('Rahmen');
    expect(await conversation()).toContain('Fürs Gespräch');
    await page.screenshot({ path: picture('lead') });
  });

  test('answers a command to the person alone', async () => {
    const { page } = screen;
    await screen.become('Ben');
    await screen.goTo('kundenservice-nord');
    await screen.type('/rahmen hilfe');
    await page.locator('.message.private').waitFor();
    expect(await page.locator('.message.private').innerText()).toContain('Nur für dich sichtbar');
    await screen.become('Cem');
    expect(await page.locator('.message.private').count()).toBe(0);
  });

  test('has a home tab', async () => {
    await screen.become('Lea');
    await screen.goTo('Startseite');
    await screen.page.locator('.home .blocks').waitFor();
    expect(await conversation()).toContain('kundenservice-nord');
  });

  test('works with the keyboard alone', async () => {
    const { page } = screen;
    await page.locator('#people button', { hasText: 'Ada' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#people button[aria-current]', { hasText: 'Ada' }).waitFor();
    const focused = page.locator(':focus');
    expect(await focused.innerText()).toContain('Ada');
  });

  test('ran without a complaint of the browser', () => {
    expect(complaints).toEqual([]);
  });
});
