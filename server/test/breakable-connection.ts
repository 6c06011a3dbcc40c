// SPDX-License-Identifier: Apache-2.0
import { connect, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

export type BreakableConnection = {
  /** Address of the database by way of this connection. */
  readonly url: string;
  /** Ends everything that is open and refuses what comes, as a server that restarts does. */
  cut(): void;
  /** Takes everything and answers nothing, as a firewall that has forgotten the connection does. */
  hang(): void;
  mend(): void;
};

/** A way to the database of a test that can be broken and mended under its users. */
export async function aBreakableConnection(databaseUrl: string): Promise<BreakableConnection> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let state: 'whole' | 'cut' | 'hanging' = 'whole';
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    if (state === 'cut') return void socket.destroy();
    if (state === 'hanging') return;
    const onward = connect(Number(target.port), target.hostname);
    open.add(onward);
    onward.on('error', () => undefined).on('close', () => open.delete(onward));
    socket.on('data', (chunk) => state === 'whole' && onward.write(chunk));
    onward.on('data', (chunk) => state === 'whole' && socket.write(chunk));
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const end = () => {
    for (const socket of open) socket.destroy();
  };
  afterAll(() => {
    end();
    server.close();
  });
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    cut() {
      state = 'cut';
      end();
    },
    hang() {
      state = 'hanging';
    },
    mend() {
      state = 'whole';
      end();
    },
  };
}
