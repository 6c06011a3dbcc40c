// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../server/dist/program.js', import.meta.url));

export const demoPassword = 'mat-khau-trinh-dien-1';

export type Product = {
  readonly url: string;
  readonly output: () => string;
  /** Kills the program at once, without a word. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

type Folder = { readonly path: string; remove(): void };

/** A data folder of its own without anything in it, removed by the caller's `afterAll`. */
export function anEmptyFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'tuongminh-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A data folder of its own with the demo case in it, copied with the owners of its files (`seeded-data.ts`). */
export function aDataFolder(seeded: string): Folder {
  const folder = anEmptyFolder();
  execFileSync('cp', ['-a', `${seeded}/.`, folder.path]);
  return folder;
}

/** Starts the built program on a data folder, as `npm start` does after its set-up, and waits until it serves. */
export async function startProduct(dataDir: string): Promise<Product> {
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, TUONGMINH_DATA: dataDir, PORT: String(port), TUONGMINH_DEMO_PASSWORD: demoPassword, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, () => output);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  };
  return { url, output: () => output, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const deadline = Date.now() + 170_000; Date.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${output()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the program does not answer:\n${output()}`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

export type Api = <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => Promise<{ status: number; body: T }>;

/** Signs in over the API and gives a function that sends requests as that person. */
export async function signedIn(url: string, email: string): Promise<Api> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`sign-in of ${email} answered ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (method, path, body) => {
    const headers = { cookie, origin: url, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: answer.status, body: (await answer.json()) as never };
  };
}
