// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { StepError } from './report.mjs';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const running = new Set();
let stopping = false;

/**
 * Runs a program to its end and returns `{ code, output, timedOut }`; with `live` its output is also shown as it comes.
 * While programs run, Ctrl-C and SIGTERM are passed on to them (each leads a process group), and then end this process.
 */
export function run(program, args, { env = {}, live = false, timeoutMs = 0, cwd = root } = {}) {
  passSignalsOn();
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (live) process.stdout.write(text);
      });
    }
    const expire = () => {
      timedOut = true;
      signalGroup(child, 'SIGKILL');
    };
    const timer = timeoutMs > 0 ? setTimeout(expire, timeoutMs) : undefined;
    const end = (code) => {
      clearTimeout(timer);
      running.delete(child);
      done({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Like `run`, but anything except success throws with the program's own words. */
export async function runOrFail(program, args, options) {
  const result = await run(program, args, options);
  if (result.code !== 0) throw new StepError(result.output.trim() || `${program} ${args.join(' ')}: ${result.code}`);
  return result;
}

/** Runs a package's program by its file, which saves the start of npx. */
export function tool(file, args, options) {
  return run(process.execPath, [`${root}/node_modules/${file}`, ...args], options);
}

/** Runs npm: the one that started this script, else the one in the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options);
}

function passSignalsOn() {
  if (running.size > 0 || process.listenerCount('SIGTERM', stopAll) > 0) return;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopAll);
}

/** Gives the signals back, for a program that handles them itself in this process. */
export function releaseSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stopAll);
}

function stopAll(signal) {
  if (stopping) return;
  stopping = true;
  for (const child of running) signalGroup(child, 'SIGTERM');
  const code = signal === 'SIGINT' ? 130 : 143;
  const poll = setInterval(() => running.size === 0 && process.exit(code), 20);
  setTimeout(() => {
    clearInterval(poll);
    for (const child of running) signalGroup(child, 'SIGKILL');
    process.exit(code);
  }, 10_000);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
