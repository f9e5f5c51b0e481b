// How the tests run, for whoever runs `npm test`; the JSON beside the printed report is what .ci/run counts from.

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    // All processors: on two of them the default would be one, and the suite would take twice as long.
    maxWorkers: availableParallelism(),
    // A few tests build the command line and start it, and some run the whole board study first: on a busy machine that takes minutes.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.vitest/results.json' },
  },
});
