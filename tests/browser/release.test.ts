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

const press = (button: string): Promise<void> =>
  screen.page.locator('.messages').getByRole('button', { name: button }).last().click();

const submit = (): Promise<void> => screen.dialog.locator('button[type=submit]').click();

/** What takes the place of the dialog, once these words stand there; closes it. */
const read = async (words: string): Promise<string> => {
  const { page, dialog } = screen;
  await dialog.getByText(words).waitFor();
  const all = await dialog.innerText();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return all;
};

const talk = async (person: string, place: string, line: string): Promise<void> => {
  await screen.become(person);
  await screen.goTo(place);
  await screen.type(line);
};

const lastMessage = (): Promise<string> => screen.messages.last().innerText();

// The tests are the steps of an admin and a lead, in order.
describe('from the release to the first round, on the page', () => {
  test('an admin withdraws the release, and the lead hears of it', async () => {
    const { page, dialog } = screen;
    await talk('Ina Interim', 'Rahmen', '/rahmen einrichten');
    await page.getByText('Der Puls ist freigegeben').waitFor();
    await press('Freigabe zurückziehen');
    await dialog.getByText('wird ab sofort niemand mehr gefragt').waitFor();
    await submit();
    await read('Niemand wird mehr gefragt.');
    await screen.become('Lea');
    await screen.goTo('Rahmen');
    await page.getByText('Die Freigabe ist zurückgezogen').waitFor();
    expect(await lastMessage()).toContain('#kundenservice-nord wird nicht mehr gefragt');
  });

  test('the other admin releases anew, and says on what ground', async () => {
    const { dialog } = screen;
    await talk('Mia', 'Rahmen', '/rahmen einrichten');
    await screen.page.getByText('Ich frage niemanden etwas, bevor du mich freigibst.').last().waitFor();
    await press('Weiter');
    await dialog.locator('[data-block=ground]').locator('input, textarea').fill('Betriebsvereinbarung');
    await submit();
    const done = await read('Wartende Teams legen in den nächsten Minuten von selbst los.');
    expect(done).toContain('Grundlage: Betriebsvereinbarung');
  });

  test('a lead ends the team and sets up another one, with a second lead who accepts', async () => {
    const { page, dialog } = screen;
    await talk('Lea', 'kundenservice-nord', '/rahmen team');
    await page.getByText('Der Puls von #kundenservice-nord').waitFor();
    await press('Team beenden');
    await dialog.waitFor();
    await submit();
    await read('Das Team ist beendet');
    // The channel is free once the work that ends it is done.
    await screen.jump();
    await screen.type('/rahmen team');
    await dialog.waitFor();
    await dialog.locator('[data-block=leads]').getByLabel('Ada').check();
    await submit();
    await dialog.getByText('11 Personen werde ich fragen.').waitFor();
    await submit();
    await read('Dein Team ist eingerichtet.');
    await screen.become('Ada');
    await screen.goTo('Rahmen');
    await press('Annehmen');
    expect(await read('Du leitest #kundenservice-nord jetzt mit.')).toContain('Du wirst nicht mehr gefragt.');
  });

  test('its first round asks everybody but the two leads', async () => {
    await screen.become('Ben');
    await screen.goTo('Rahmen');
    while ((await screen.messages.count()) === 0) await screen.jump();
    expect(await lastMessage()).toContain('Drei Fragen zu deinen letzten Schichten');
    await screen.become('Ada');
    await screen.goTo('Rahmen');
    expect(await screen.page.locator('.messages').innerText()).not.toContain('Drei Fragen');
    expect(complaints).toEqual([]);
  });
});
