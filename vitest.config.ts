import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Pure tests leave nothing behind: what they share is loaded once.
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        // Each file has a database of its own; what they share is loaded once (300 s became 175). On a
        // server a file's last connections close with its process.
        test: {
          name: 'db',
          isolate: process.env['DB'] === 'postgres',
          include: ['test/{db,http,eval}/**/*.test.ts'],
          globalSetup: ['test/support/database-template.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['test/ui/**/*.test.ts'],
          globalSetup: ['test/support/database-template.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
