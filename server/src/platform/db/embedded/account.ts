// SPDX-License-Identifier: Apache-2.0
import { type SpawnOptions, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { AppError } from '#kernel/app-error';

/**
 * As whom PostgreSQL's programs run. It refuses root, so a program started by root lends them an unprivileged account;
 * with `capability` that account may also pass folders that are closed to it.
 */
export type Account =
  | { readonly kind: 'own' }
  | { readonly kind: 'lent'; readonly uid: number; readonly gid: number; readonly capability?: string };

type Command = { readonly program: string; readonly args: readonly string[]; readonly options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'> };

/** Program, arguments and options with which `program` runs under the account. */
export function commandAs(account: Account, program: string, args: readonly string[]): Command {
  if (account.kind === 'own') return { program, args, options: { cwd: '/' } };
  const { uid, gid, capability } = account;
  if (capability === undefined) return { program, args, options: { uid, gid, cwd: '/' } };
  // NOTE: without no_setuid_fixup the kernel ignores capabilities in access(2), by which initdb and postgres check their own files.
  const switches = ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups', '--securebits', '+no_setuid_fixup'];
  const lent = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--no-new-privs'];
  return { program: 'setpriv', args: [...switches, ...lent, '--', program, ...args], options: { cwd: '/' } };
}

/** The account that owns an existing cluster, else `postgres`, else `nobody`; or our own when we are not root. */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'own' };
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner !== undefined && owner.uid !== 0) return { kind: 'lent', uid: owner.uid, gid: owner.gid };
  const found = readUser('postgres') ?? readUser('nobody');
  if (found === undefined) throw new AppError('unavailable', 'platform.no_unprivileged_account');
  return { kind: 'lent', ...found };
}

function readUser(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Whether the account can run the server at `native` and enter `folder`; found by trying, so that every kind of permission counts. */
export function canReach(account: Account, native: string, folder: string): boolean {
  const test = 'test -x "$1/bin/postgres" && test -r "$1/share/postgresql/postgres.bki" && cd "$2"';
  const { program, args, options } = commandAs(account, '/bin/sh', ['-c', test, 'sh', native, folder]);
  return spawnSync(program, args, { ...options, stdio: 'ignore' }).status === 0;
}

/** The same account with the smallest capability that lets it reach both folders, or undefined where the system grants none. */
export function withCapability(account: Account, native: string, folder: string): Account | undefined {
  if (account.kind === 'own') return undefined;
  const tries = ['dac_read_search', 'dac_override'].map((capability): Account => ({ ...account, capability }));
  return tries.find((each) => canReach(each, native, folder));
}
