// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrowser, settled, signIn } from './browser.ts';
import { type Api, aDataFolder, type Product, signedIn, startProduct } from './product.ts';

const router = readFileSync(new URL('../web/src/app/router.tsx', import.meta.url), 'utf8');
const paths = [...router.matchAll(/page\(\s*'([^'*]+)'/g)].map((match) => `/${match[1]?.replace(/^\//, '')}`);
const administrator = 'quantri@dienbien.demo';
const officer = 'cchc.snv@dienbien.demo';
const visitor = (path: string): string => (path.startsWith('/administration') || path.endsWith('/change') ? administrator : officer);

const data = aDataFolder();
let product: Product;
let browser: Browser;
const pages = new Map<string, Page>();
let examples: Readonly<Record<string, string>>;

beforeAll(async () => {
  product = await startProduct(data.path);
  browser = await aBrowser();
  for (const email of [administrator, officer]) {
    const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await signIn(page, product.url, email);
    pages.set(email, page);
  }
  examples = await exampleIds(await signedIn(product.url, officer), await signedIn(product.url, administrator));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  data.remove();
});

type Rows = { readonly rows: readonly { readonly id: string; readonly title?: string }[] };

/** One real thing for each path with a parameter. */
async function exampleIds(asOfficer: Api, asAdministrator: Api): Promise<Record<string, string>> {
  const first = async (api: Api, path: string): Promise<string> => (await api<Rows>('GET', path)).body.rows[0]?.id ?? 'none';
  const rounds = (await asOfficer<Rows>('GET', '/api/inspections/rounds')).body.rows;
  const round = rounds.find((row) => row.title?.includes('huyện Điện Biên'))?.id ?? 'none';
  const { visits } = (await asOfficer<{ visits: { id: string; kind: string }[] }>('GET', `/api/inspections/rounds/${round}`)).body;
  return {
    '/inspections/:id/visits/:visitId': `/inspections/${round}/visits/${visits.find((visit) => visit.kind === 'main')?.id}`,
    '/inspections/:id/edit': `/inspections/${round}/edit`,
    '/inspections/:id': `/inspections/${round}`,
    '/actions/:id': `/actions/${await first(asOfficer, '/api/actions/recommendations')}`,
    '/documents/:id': `/documents/${await first(asOfficer, '/api/documents')}`,
    '/units/:id/change': `/units/${await first(asOfficer, '/api/units?view=flat')}/change`,
    '/units/:id': `/units/${await first(asOfficer, '/api/units?view=flat')}`,
    '/administration/accounts/:id': `/administration/accounts/${await first(asAdministrator, '/api/identity/accounts')}`,
    '/administration/checklists/:id': `/administration/checklists/${await first(asAdministrator, '/api/inspections/checklists')}`,
  };
}

async function open(path: string): Promise<Page> {
  const page = pages.get(visitor(path));
  if (!page) throw new Error(`nobody visits ${path}`);
  await page.goto(product.url + (examples[path] ?? path));
  await settled(page);
  return page;
}

test('every path of the router is known here', () => {
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => path.includes(':') && !(path in examples))).toEqual([]);
  expect(Object.values(examples).filter((path) => path.includes('none') || path.includes('undefined'))).toEqual([]);
});

describe.each(paths.filter((path) => path !== '/sign-in'))('%s', (path) => {
  test('has no violation of WCAG 2.2 AA that axe can see, and no error in the console', async () => {
    const page = pages.get(visitor(path));
    const errors: string[] = [];
    page?.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page?.on('pageerror', (error) => errors.push(error.message));
    await open(path);

    const { violations } = await new AxeBuilder({ page: page as never })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    expect(errors).toEqual([]);
    page?.removeAllListeners('console');
    page?.removeAllListeners('pageerror');
  });

  test('does not scroll sideways on a 360 px phone', async () => {
    const page = await open(path);
    await page.setViewportSize({ width: 360, height: 740 });
    await settled(page);

    const { wide, inner } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, inner: window.innerWidth }));
    await page.setViewportSize({ width: 1366, height: 768 });

    expect(wide).toBeLessThanOrEqual(inner);
  });
});

test('the sign-in page has no violation either', async () => {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await page.goto(`${product.url}/sign-in`);
  await settled(page);

  const { violations } = await new AxeBuilder({ page: page as never }).analyze();

  expect(violations.map(({ id }) => id)).toEqual([]);
});
