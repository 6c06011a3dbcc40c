// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';
import { aDataFolder, type Product, signedIn, startProduct } from './product.ts';

const data = aDataFolder(inject('seededData'));
const running = new Set<Product>();
afterAll(async () => {
  for (const product of running) await product.stop();
  data.remove();
});
const cli = fileURLToPath(new URL('../server/bin/tuongminh.mjs', import.meta.url));
const tuongminh = (...args: string[]) =>
  spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env: { ...process.env, TUONGMINH_DATA: data.path } });

async function start(): Promise<Product> {
  const product = await startProduct(data.path);
  running.add(product);
  return product;
}

type Row = { readonly id: string; readonly subject: string };

test('killed while people write: the next start recovers, nothing acknowledged is lost, no server is left over, the audit chain holds', async () => {
  const acknowledged = new Map<string, string>();

  for (let round = 0; round < 3; round += 1) {
    const product = await start();
    const officer = await signedIn(product.url, 'cchc.snv@dienbien.demo');
    const unit = (await officer<{ positions: { unitId: string }[] }>('GET', '/api/identity/session')).body.positions[0]?.unitId;
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let index = 0; index < 500; index += 1) {
        const subject = `Dự thảo ${round}-${writer}-${index}`;
        const answer = await officer<Row>('POST', '/api/documents', { kind: 'draft', unitId: unit, typeCode: 'report', subject }).catch(
          () => null,
        );
        if (!answer) return;
        if (answer.status === 201) acknowledged.set(answer.body.id, subject);
        else throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      }
    });
    await new Promise((done) => setTimeout(done, 700 + round * 400));
    await product.kill();
    running.delete(product);
    await Promise.all(writers);
  }

  const product = await start();
  const officer = await signedIn(product.url, 'cchc.snv@dienbien.demo');
  const found = await Promise.all([...acknowledged.keys()].map((id) => officer<Row>('GET', `/api/documents/${id}`)));
  const verified = tuongminh('audit', 'verify');
  const servers = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`${data.path}/postgres`) && /postgres -D|postgres"? -D/.test(line));

  expect(acknowledged.size).toBeGreaterThan(20);
  expect(found.filter(({ status }) => status !== 200)).toEqual([]);
  expect(verified.stdout).toContain('Nhật ký nguyên vẹn');
  expect(servers.length).toBeLessThanOrEqual(1);
});

test('a second start on the same data folder says so and ends, and the first goes on', async () => {
  const [product] = running;

  await expect(startProduct(data.path)).rejects.toThrow(/đang được một tiến trình Tường Minh khác sử dụng/);

  expect((await fetch(`${product?.url}/readyz`)).status).toBe(200);
});
