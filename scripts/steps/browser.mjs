// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { root, run, tool } from './run.mjs';

const limitMs = 240_000;

/**
 * The path of a Chromium for the journeys: one that is there, else one from the system's packages (as root), else Playwright's own.
 * Returns `{ path }`, or `{ reason }` where none can be had.
 */
export async function findBrowser(packagesInstalled) {
  const present = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(works);
  if (present !== undefined) return { path: present };
  const reasons = [];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const result = await installByApt();
    if (works('/usr/bin/chromium')) return { path: '/usr/bin/chromium' };
    reasons.push(`apt-get: ${lastLine(result.output)}`);
  }
  await packagesInstalled;
  const result = await tool('playwright-core/cli.js', ['install', 'chromium'], { timeoutMs: limitMs });
  const own = await playwrightPath();
  if (works(own)) return { path: own };
  reasons.push(`playwright: ${lastLine(result.output)}`);
  return { reason: `không có trình duyệt Chromium (${reasons.join('; ')}); đặt CHROMIUM_PATH để chỉ ra` };
}

async function installByApt() {
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: limitMs };
  const update = await run('apt-get', ['update'], options);
  return update.code === 0 ? run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options) : update;
}

// Some systems have a stand-in at this place that only tells how to get the browser.
function works(path) {
  return Boolean(path) && existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

async function playwrightPath() {
  const { chromium } = (await import(`${root}/node_modules/playwright-core/index.mjs`)).default ?? {};
  return chromium?.executablePath();
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
