import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningPlayground } from './playground-process.ts';
import { startPlaygroundProcess } from './playground-process.ts';
import type { Screen } from './screen.ts';
import { openBrowser, screenOn } from './screen.ts';

jest.setTimeout(60_000);

let playground: RunningPlayground;
let browser: Browser;
let screen: Screen;
const complaints: string[] = [];

beforeAll(async () => {
  [playground, browser] = await Promise.all([startPlaygroundProcess(), openBrowser()]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
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

const submit = (): Promise<void> => screen.dialog.locator('button[type=submit]').click();

// The tests are the steps of one person, in order.
describe('setting a team up on the page', () => {
  test('offers the channels that one is in, and says beside them what is wrong with one', async () => {
    const { dialog } = screen;
    await screen.become('Mia');
    await screen.goTo('kundenservice-klein');
    await screen.type('/rahmen team');
    await dialog.waitFor();
    const channels = dialog.locator('[data-block=channels]');
    expect((await channels.locator('label').allInnerTexts()).map((label) => label.trim())).toEqual([
      '#allgemein',
      '#kundenservice-klein',
    ]);
    await channels.getByLabel('#allgemein').check();
    await submit();
    await channels.locator('.error').waitFor();
    expect(await channels.locator('.error').innerText()).toContain('öffentlich');
    await channels.getByLabel('#allgemein').uncheck();
  });

  test('shows the preview in the place of the form, with nothing to fill in', async () => {
    const { dialog } = screen;
    await submit();
    await dialog.getByText('So liest es der Kanal').waitFor();
    expect(await dialog.innerText()).toContain('Ihr seid 3.');
    expect(await dialog.locator('.field').count()).toBe(0);
    expect(await dialog.locator('button[type=submit]').innerText()).toBe('Nur Fragen fürs Gespräch');
  });

  test('makes the team, and its channel reads of it', async () => {
    const { dialog, messages } = screen;
    await submit();
    await dialog.getByText('Dein Team ist eingerichtet.').waitFor();
    await dialog.locator('footer button').click();
    await dialog.waitFor({ state: 'detached' });
    await messages.first().waitFor();
    expect(await messages.first().innerText()).toContain('Fragen fürs Gespräch');
    expect(complaints).toEqual([]);
  });
});
