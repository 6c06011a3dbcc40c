import { defineConfig } from 'vitest/config';

const conditions = ['development', 'module', 'node', 'import', 'default'];
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
        },
      },
    ],
  },
});
