// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { join } from 'node:path';

// Reads the server's number, then waits for `done`. The end of the input without it means that the program was killed: the server
// is stopped fast, after 30 s immediately. The number is compared with postmaster.pid each time, since it may have gone to another process.
const script = `
trap '' INT TERM HUP
pid=
while IFS= read -r line; do
  [ "$line" = done ] && exit 0
  pid=$line
done
ours() { first=; IFS= read -r first 2>/dev/null < "$1"; [ -n "$pid" ] && [ "$first" = "$pid" ] && kill -0 "$pid" 2>/dev/null; }
n=0
until ours "$1"; do n=$((n+1)); [ $n -gt 3 ] && exit 0; sleep 1; done
kill -INT "$pid"
n=0
while ours "$1" && [ $n -lt 30 ]; do n=$((n+1)); sleep 1; done
ours "$1" && kill -QUIT "$pid"
exit 0
`;

/** A small process that outlives this one, even a `kill -9`, and stops the server then, so that no orphan stays. */
export type Watchdog = { watch(pid: number): void; dismiss(): void };

export function startWatchdog(cluster: string): Watchdog {
  // A session of its own: neither Ctrl-C nor a signal to the process group ends it.
  const child = spawn('/bin/sh', ['-c', script, 'tuongminh-watchdog', join(cluster, 'postmaster.pid')], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return {
    watch: (pid) => void child.stdin.write(`${pid}\n`),
    dismiss: () => void child.stdin.end('done\n'),
  };
}
