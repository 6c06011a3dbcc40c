// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';

export type Settings = Readonly<Record<string, string>>;

/** A socket's path longer than this is refused by macOS (104) and Linux (108). */
const longestSocketPath = 100;

// Sized for a product that stays under 1 GB; `alter system` wins over all of these except durability's own.
const defaults: Settings = {
  max_connections: '40',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '384MB',
  max_wal_size: '512MB',
  min_wal_size: '80MB',
  wal_compression: 'off',
  max_worker_processes: '6',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  autovacuum_max_workers: '2',
  max_wal_senders: '2',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  datestyle: 'ISO, YMD',
  log_line_prefix: '%m [%p] %a ',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
};

/** The text of postgresql.conf; the starter writes it anew at each start. */
export function configurationFile(settings: Settings): string {
  const lines = Object.entries({ ...defaults, ...settings }).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written by Tường Minh at each start; lasting changes are made with "alter system set".\n${lines.join('\n')}\n`;
}

/** Switches that say where the server listens: on this machine only. */
export function listenSwitches(cluster: string, port: number): string[] {
  const socket = join(cluster, `.s.PGSQL.${port}`).length > longestSocketPath ? '' : cluster;
  const listen = { listen_addresses: '127.0.0.1', port: `${port}`, unix_socket_directories: socket, unix_socket_permissions: '0700' };
  return Object.entries(listen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
