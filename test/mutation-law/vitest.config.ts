// How `npm run mutate:law` runs: one worker for each way in which numbers are changed.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/mutation-law/*.mutants.ts'],
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    reporters: ['./test/mutation-law/reporter.ts'],
  },
});
