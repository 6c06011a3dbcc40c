// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { aBrowser, settled, signIn } from './browser.ts';
import { type Api, aDataFolder, type Product, signedIn, startProduct } from './product.ts';

const router = readFileSync(new URL('../web/src/app/router.tsx', import.meta.url), 'utf8');
const paths = [...router.matchAll(/page\(\s*'([^'*]+)'/g)].map((match) => `/${match[1]?.replace(/^\//, '')}`);
const administrator = 'quantri@dienbien.demo';
const officer = 'cchc.snv@dienbien.demo';
const visitor = (path: string): string =>
  path.startsWith('/administration') || (path.startsWith('/units/') && path !== '/units/:id') ? administrator : officer;

const data = aDataFolder(inject('seededData'));
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

type CodedRows = { readonly rows: readonly { readonly id: string; readonly code: string }[] };

/** A file of dossiers with a bad row, sent and checked. */
async function anImport(unitId: string): Promise<string> {
  const request = pages.get(officer)?.request;
  const rows = ['Mã hồ sơ;Đơn vị;Mã TTHC;Trạng thái;Người nộp;Ngày tiếp nhận', 'H18.100-220914-9999;100;9.999999;4;Lò Văn Ánh;14/09/2022'];
  const file = { name: 'ho-so.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  const sent = await request?.post(`${product.url}/api/dossiers/imports`, {
    headers: { origin: product.url },
    multipart: { unitId, file },
  });
  const { id = 'none' }: { id?: string } = (await sent?.json()) ?? {};
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await request?.get(`${product.url}/api/dossiers/imports/${id}`);
    if ((await answer?.json())?.state === 'checked') return id;
    await new Promise((done) => setTimeout(done, 100));
  }
  return 'none';
}

/** The page of a figure of the district. */
async function aFigure(api: Api, unitId: string): Promise<string> {
  type Answer = { readonly figures: readonly { readonly origin: string | null; readonly indicator: { readonly indicatorId: string } }[] };
  const { figures } = (await api<Answer>('GET', `/api/figures/units/${unitId}?period=2022`)).body;
  return `/figures/${unitId}/${figures.find((figure) => figure.origin !== null)?.indicator.indicatorId ?? 'none'}?period=2022`;
}

async function anIndicator(api: Api): Promise<string> {
  const { rows } = (await api<{ rows: { indicatorId: string }[] }>('GET', '/api/figures/indicators')).body;
  return rows[0]?.indicatorId ?? 'none';
}

/** The own province in the table of provinces of the demonstration. */
async function ownProvinceKey(asOfficer: Api): Promise<string> {
  const { body } = await asOfficer<{ province: { key: string } | null }>('GET', '/api/scoring/service-index/units');
  return encodeURIComponent(body.province?.key ?? 'none');
}

/** A round of scoring of the demonstration in which units explain, and one of its score sheets. */
async function aScoring(api: Api): Promise<{ round: string; sheet: string }> {
  const round =
    (await api<{ id: string; phase: string }[]>('GET', '/api/scoring/rounds')).body.find(({ phase }) => phase === 'explanation')?.id ??
    'none';
  const { groups } = (await api<{ groups: { units: { id: string }[] }[] }>('GET', `/api/scoring/rounds/${round}`)).body;
  return { round, sheet: groups[0]?.units[0]?.id ?? 'none' };
}

/** One real thing for each path with a parameter. */
async function exampleIds(asOfficer: Api, asAdministrator: Api): Promise<Record<string, string>> {
  const first = async (api: Api, path: string): Promise<string> => (await api<Rows>('GET', path)).body.rows[0]?.id ?? 'none';
  const rounds = (await asOfficer<Rows>('GET', '/api/inspections/rounds')).body.rows;
  const round = rounds.find((row) => row.title?.includes('huyện Điện Biên'))?.id ?? 'none';
  const { visits } = (await asOfficer<{ visits: { id: string; kind: string }[] }>('GET', `/api/inspections/rounds/${round}`)).body;
  const district = (await asOfficer<CodedRows>('GET', '/api/units?view=flat&limit=500&asOf=2022-09-05')).body.rows.find(
    ({ code }) => code === '100',
  );
  const open = `/api/dossiers/statistics/dossiers?unitId=${district?.id}&from=2022-01-01&to=2022-09-05&measure=open`;
  const scoring = await aScoring(asOfficer);
  const dossier = (await asOfficer<CodedRows>('GET', open)).body.rows[0]?.code ?? 'none';
  return {
    '/figures/indicators/:id': `/figures/indicators/${await anIndicator(asOfficer)}`,
    '/figures/entry/:unitId': `/figures/entry/${district?.id}?period=2022`,
    '/figures/:unitId/:indicatorId': await aFigure(asOfficer, district?.id ?? 'none'),
    '/dossiers/imports/:id': `/dossiers/imports/${await anImport(district?.id ?? 'none')}`,
    '/dossiers/:code': `/dossiers/${dossier}`,
    '/inspections/:id/visits/:visitId': `/inspections/${round}/visits/${visits.find((visit) => visit.kind === 'main')?.id}`,
    '/inspections/:id/edit': `/inspections/${round}/edit`,
    '/inspections/:id': `/inspections/${round}`,
    '/actions/:id': `/actions/${await first(asOfficer, '/api/actions/recommendations')}`,
    '/documents/:id': `/documents/${await first(asOfficer, '/api/documents')}`,
    '/online/procedures/:id': `/online/procedures/${await first(asOfficer, '/api/procedures?online=submit')}`,
    '/procedures/:id': `/procedures/${await first(asOfficer, '/api/procedures')}`,
    '/procedures/:id/version': `/procedures/${await first(asOfficer, '/api/procedures')}/version`,
    '/scoring/service-index/units/:key': `/scoring/service-index/units/${await ownProvinceKey(asOfficer)}`,
    '/units/:id/change': `/units/${await first(asOfficer, '/api/units?view=flat')}/change`,
    '/units/:id/correct': `/units/${await first(asOfficer, '/api/units?view=flat')}/correct`,
    '/units/:id': `/units/${await first(asOfficer, '/api/units?view=flat')}`,
    '/administration/accounts/:id': `/administration/accounts/${await first(asAdministrator, '/api/identity/accounts')}`,
    '/scoring/rounds/:id/survey': `/scoring/rounds/${scoring.round}/survey`,
    '/scoring/rounds/:id/evidence': `/scoring/rounds/${scoring.round}/evidence`,
    '/scoring/rounds/:id': `/scoring/rounds/${scoring.round}`,
    '/scoring/rounds/:id/queue': `/scoring/rounds/${scoring.round}/queue?state=all`,
    '/scoring/rounds/:id/objections': `/scoring/rounds/${scoring.round}/objections`,
    '/scoring/rounds/:id/consistency': `/scoring/rounds/${scoring.round}/consistency`,
    '/scoring/sheets/:id/what-if': `/scoring/sheets/${scoring.sheet}/what-if`,
    '/scoring/sheets/:id': `/scoring/sheets/${scoring.sheet}`,
    '/scoring/sets/:id': `/scoring/sets/${await first(asOfficer, '/api/scoring/sets')}`,
    '/scoring/sets/:id/compare': `/scoring/sets/${await first(asOfficer, '/api/scoring/sets')}/compare`,
    '/administration/checklists/:id': `/administration/checklists/${await first(asAdministrator, '/api/inspections/checklists')}`,
  };
}

/** A path in a window of its own, with what it writes as errors. */
async function open(path: string): Promise<{ page: Page; errors: string[] }> {
  const page = await pages.get(visitor(path))?.context().newPage();
  if (!page) throw new Error(`nobody visits ${path}`);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(product.url + (examples[path] ?? path));
  await settled(page);
  return { page, errors };
}

test('every path of the router is known here', () => {
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => path.includes(':') && !(path in examples))).toEqual([]);
  expect(Object.values(examples).filter((path) => path.includes('none') || path.includes('undefined'))).toEqual([]);
});

test.concurrent.each(paths.filter((path) => path !== '/sign-in'))(
  '%s passes axe (WCAG 2.2 AA), logs no error and fits a 360 px phone',
  async (path) => {
    const { page, errors } = await open(path);

    const violations = await violationsOf(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await settled(page);
    const { wide, inner } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, inner: window.innerWidth }));
    await page.close();

    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
    expect(wide).toBeLessThanOrEqual(inner);
  },
);

test('the sign-in page has no violation either', async () => {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await page.goto(`${product.url}/sign-in`);
  await settled(page);

  expect(await violationsOf(page)).toEqual([]);
});
