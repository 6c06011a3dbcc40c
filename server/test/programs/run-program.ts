// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type RunningProgram = {
  readonly child: ChildProcess;
  readonly lines: string[];
  line(): Promise<string>;
  readonly exited: Promise<number | null>;
  kill(): Promise<void>;
};

/** Runs one of the programs of this folder in a Node process of its own, so that a test can kill it. */
export function runProgram(name: string, args: readonly string[]): RunningProgram {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=development', '--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const exited = new Promise<number | null>((done) => child.once('close', done));
  const first = new Promise<string>((done) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      done(line);
    });
    void exited.then(() => done('ended without a word'));
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { child, lines, line: () => first, exited, kill };
}
