import type { Browser, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Debian's browser; without these flags it tries to reach its maker's hosts. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The playground's page, as a person at it uses it: by what stands there. */
export interface Screen {
  readonly page: Page;
  readonly become: (name: string) => Promise<void>;
  readonly goTo: (conversation: string) => Promise<void>;
  readonly type: (line: string) => Promise<void>;
  readonly jump: () => Promise<string>;
  readonly dialog: Locator;
  readonly messages: Locator;
}

export const screenOn = (page: Page): Screen => {
  const choose = async (nav: string, name: string): Promise<void> => {
    await page.locator(`${nav} button`, { hasText: name }).click();
    await page.locator(`${nav} button[aria-current]`, { hasText: name }).waitFor();
  };
  return {
    page,
    become: (name) => choose('#people', name),
    goTo: (conversation) => choose('#conversations', conversation),
    type: async (line) => {
      await page.locator('.composer input').fill(line);
      await page.keyboard.press('Enter');
    },
    jump: async () => {
      const before = await page.locator('#time .next').textContent();
      await page.locator('#time button').click();
      await page.locator('#time .next', { hasNotText: before ?? '' }).waitFor();
      // "Time passes …" until it has; nothing may be due then, and the button stays as it is.
      await page.locator('#time .jumped', { hasNotText: /…$/u }).waitFor();
      return (await page.locator('#time .jumped').textContent()) ?? '';
    },
    dialog: page.locator('dialog'),
    messages: page.locator('.message'),
  };
};
