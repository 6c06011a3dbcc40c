// SPDX-License-Identifier: Apache-2.0
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { pressAssets } from './press-assets.mjs';
import { StepError, step } from './report.mjs';
import { root, tool } from './run.mjs';

const isTest = (path) => /\.test\.tsx?$/.test(path);

const server = {
  folder: join(root, 'server', 'dist'),
  sources: ['server/src', 'server/package.json', 'server/tsconfig.json', 'server/tsconfig.build.json', 'package-lock.json'],
  skip: isTest,
};

const web = {
  folder: join(root, 'web', 'dist'),
  sources: ['web', 'scripts/steps/press-assets.mjs', 'package-lock.json'],
  skip: (path) => isTest(path) || path.startsWith(join(root, 'web', 'dist')),
};

/** Compiles the server into server/dist when its sources changed; types are the business of `npm run check`. */
export function buildServer() {
  return build(server, async (target) => {
    const result = await tool('typescript-native/bin/tsc', ['-p', 'server/tsconfig.build.json', '--noCheck', '--outDir', target]);
    if (result.code !== 0) return result;
    const isData = (source) => !/\.tsx?$|\.md$/.test(source);
    cpSync(join(root, 'server', 'src'), target, { recursive: true, filter: isData });
    return result;
  });
}

/** Bundles the pages into web/dist when their sources changed. */
export function buildWeb() {
  if (!existsSync(join(root, 'web', 'index.html'))) return 'chưa có';
  return build(web, async (target) => {
    const options = ['build', 'web', '--outDir', target, '--emptyOutDir', '--logLevel', 'warn'];
    const result = await tool('vite/bin/vite.js', options, { env: { NODE_ENV: 'production' } });
    if (result.code === 0) pressAssets(join(target, 'assets'));
    return result;
  });
}

/** Both at the same time; a failure of one waits for the other, so that no program is left running. */
export async function buildAll() {
  const results = await Promise.allSettled([step('Dựng máy chủ', buildServer), step('Dựng giao diện', buildWeb)]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Whether the compiled server still belongs to the sources. */
export function isServerBuilt() {
  return readStamp(join(server.folder, '.stamp')) === fingerprint(server.sources, server);
}

// Built aside and then swapped in, so that neither a kill nor a second build at the same time leaves a half-made folder.
async function build({ folder, sources, skip }, make) {
  const wanted = fingerprint(sources, { skip });
  if (readStamp(join(folder, '.stamp')) === wanted) return 'không đổi';
  removeRemains(folder);
  const target = `${folder}.${process.pid}`;
  const { code, output } = await make(target);
  if (code !== 0) {
    rmSync(target, { recursive: true, force: true });
    throw new StepError(output.trim() || 'build failed');
  }
  writeStamp(join(target, '.stamp'), wanted);
  swap(target, folder);
  return 'vừa dựng';
}

function swap(target, folder) {
  const old = `${folder}.old.${process.pid}`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(target, folder);
  rmSync(old, { recursive: true, force: true });
}

/** Removes what builds killed half-way left beside the folder. */
function removeRemains(folder) {
  const parent = join(folder, '..');
  for (const name of readdirSync(parent)) {
    const pid = /^dist\.(?:old\.)?(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
