import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = {
  resolve: {
    conditions: ['source'],
    alias: [{ find: /^#testing\//, replacement: fileURLToPath(new URL('./test/support/', import.meta.url)) }],
  },
  ssr: { resolve: { conditions: ['source'] } },
};
/** A second, which polls have by default, is too little where the machine has other work. */
const patient = { poll: { timeout: 30_000 } };

/** Files named *.pg.test.ts need PostgreSQL, *.browser.test.ts the whole server and a browser; the rest need nothing. */
const everything = 'packages/*/src/**/*.test.{ts,tsx}';

/**
 * What is tried on the server that ships, and need not be tried on 16 as well: what the program says and does with what a
 * server answers, and processes that are killed. What differs between servers (their SQL, types, catalogues, plans, locks)
 * the engine's other tests try on both.
 */
const ofShippedServer = [
  'packages/engine/src/demo/**',
  'packages/engine/src/ingest/{bad-files,kill}.pg.test.ts',
  'packages/engine/src/mirror/exactness/{model.pg.test.ts,concurrent/**}',
  'packages/engine/src/postgres/embedded/{concurrency,crash,lifecycle,refusals,root}.pg.test.ts',
  'packages/engine/src/transfer/{kill,losses,migrate-failures,random,resume}.pg.test.ts',
  'packages/engine/src/transfer/verify/{mutation,views/compare-view}.pg.test.ts',
  'packages/api/src/**',
  'packages/cli/src/**',
  'scripts/**',
];

/**
 * Dependencies of hundreds of modules each, which nearly every file loads anew: bundled once, a file that needs them starts
 * 0.3 s of CPU sooner.
 */
const ofManyModules = ['typebox', 'typebox/value', 'typebox/compile', 'typebox/format', 'apache-arrow'];

function postgresProject(version: '16' | '18') {
  return {
    ...source,
    test: {
      name: `postgres-${version}`,
      include: ['{packages/*/src,scripts}/**/*.pg.test.ts'],
      exclude: version === '18' ? [] : ofShippedServer,
      globalSetup: ['test/postgres-global-setup.ts'],
      provide: { postgresVersion: version },
      testTimeout: 60_000,
      hookTimeout: 60_000,
      deps: { optimizer: { ssr: { enabled: true, include: ofManyModules } } },
      expect: patient,
    },
  };
}

export default defineConfig({
  test: {
    // The tests wait for PostgreSQL as much as they compute: on a small machine one file at a time leaves it idle.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          include: [everything, 'test/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
          // Properties are tried with many values: on a machine with other work five seconds are too little.
          testTimeout: 30_000,
          expect: patient,
          // What a file imports takes longer than its tests do: files share it.
          isolate: false,
        },
      },
      postgresProject('18'),
      postgresProject('16'),
      {
        ...source,
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts'],
          isolate: false,
          globalSetup: ['test/postgres-global-setup.ts', 'test/dashboard-global-setup.ts'],
          provide: { postgresVersion: '18' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A second, which polls have by default, is too little where the machine has other work.
          expect: patient,
        },
      },
    ],
  },
});
