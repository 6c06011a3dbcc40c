// SPDX-License-Identifier: Apache-2.0
import { type Browser, chromium, type Page } from 'playwright-core';
import { demoPassword } from './product.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The machine's Chromium, headless. */
export function aBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags });
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Thư điện tử công vụ').fill(email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** Waits until a page has its content: a main heading, and nothing that is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], [class*="skeleton"]') === null, undefined, {
    timeout: 15_000,
  });
  await page.evaluate(() => document.fonts.ready);
}
