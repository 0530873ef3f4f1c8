import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = {
  resolve: {
    conditions: ['source'],
    alias: [{ find: /^#testing\//, replacement: fileURLToPath(new URL('./test/support/', import.meta.url)) }],
  },
  ssr: { resolve: { conditions: ['source'] } },
};
/** Files named *.pg.test.ts need PostgreSQL, *.browser.test.ts the whole server and a browser; the rest need nothing. */
const everything = 'packages/*/src/**/*.test.{ts,tsx}';

function postgresProject(version: '16' | '18') {
  return {
    ...source,
    test: {
      name: `postgres-${version}`,
      include: ['packages/*/src/**/*.pg.test.ts'],
      globalSetup: ['test/postgres-global-setup.ts'],
      provide: { postgresVersion: version },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          include: [everything, 'test/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      postgresProject('18'),
      postgresProject('16'),
      {
        ...source,
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts'],
          globalSetup: ['test/postgres-global-setup.ts'],
          provide: { postgresVersion: '18' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
