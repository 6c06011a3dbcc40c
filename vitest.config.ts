// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// NOTE: these become switches of the workers' Node; "import" among them would hand ES modules to CommonJS packages such as pg.
const conditions = ['development', 'node'];
const server = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...server,
        test: {
          name: 'rules',
          include: ['server/src/kernel/**/*.test.ts', 'server/src/**/domain/**/*.test.ts', 'server/src/modules/claims/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['server/test/fixed-seed.ts'],
          isolate: false,
        },
      },
      {
        ...server,
        test: {
          name: 'database',
          include: ['server/src/**/*.test.ts', 'server/test/migrations/**/*.test.ts'],
          exclude: ['server/src/kernel/**', 'server/src/**/domain/**', 'server/src/modules/claims/**'],
          environment: 'node',
          globalSetup: ['server/test/start-database.ts'],
          setupFiles: ['server/test/fixed-seed.ts'],
          // Files share what a worker has loaded: loading it anew for each took longer than the tests.
          isolate: false,
          maxWorkers: 2,
          // On a cluster of several servers on one machine every statement passes by all of them.
          testTimeout: process.env['TEST_CITUS_NODES'] ? 120_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...server,
        test: {
          name: 'architecture',
          include: ['server/test/architecture/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['server/test/start-database.ts'],
          // Reading every file of the house for its walls takes a minute on a busy machine.
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          include: ['web/src/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          pool: 'threads',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.spec.ts'],
          environment: 'node',
          globalSetup: ['e2e/seeded-data.ts'],
          // Each file has a program, a database and a browser of its own.
          maxWorkers: 2,
          maxConcurrency: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
