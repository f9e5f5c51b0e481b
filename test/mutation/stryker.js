// How Stryker runs: every mutant of the money, the language and the check against the quick tests that mutants are held against.

import { availableParallelism } from 'node:os';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/units/**/*.ts', 'src/language/**/*.ts', 'src/check/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: availableParallelism(),
  // A mutant that runs for ever is found by what it repeats; the clock must not decide it on a machine that has other work.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 90, break: 90 },
  // Stryker would read it with functions of the compiler that TypeScript 7 no longer has; no test needs what it would rewrite.
  tsconfigFile: 'none',
  ignorePatterns: ['/out', '/.bundle', '/.types', '/notebooks'],
  tempDirName: 'out/mutation/tmp',
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: 'out/mutation/report.json' },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
  allowConsoleColors: false,
};
