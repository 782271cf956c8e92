import os from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/src/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    globalSetup: ['test/postgres/setup.ts'],
    // Two at least: many files wait for programs that they have started. Files of one worker share what they have loaded.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    isolate: false,
  },
});
