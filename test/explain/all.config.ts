// How `npm run explain:all` runs: the test of the board pack, with all cases.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/explain/board.test.ts'],
    env: { EXPLAIN: 'all' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
