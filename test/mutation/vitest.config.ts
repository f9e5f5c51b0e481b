// The tests that mutants are held against: those of the language, the check and the units that are quick, the quickest first.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keptThreads } from './kept-threads.ts';

/** Every mutant loads its tests anew, and all of mathjs takes a second; what we use of it takes twenty milliseconds. */
const USED = [
  ...['Node', 'SymbolNode', 'AccessorNode', 'ArrayNode', 'AssignmentNode', 'BlockNode', 'ConditionalNode'],
  ...['ConstantNode', 'FunctionAssignmentNode', 'FunctionNode', 'IndexNode', 'ObjectNode', 'OperatorNode'],
  ...['ParenthesisNode', 'RangeNode', 'RelationalNode', 'Parse', 'UnitClass'],
];
const MATHJS = fileURLToPath(new URL('../../out/mutation/mathjs.mjs', import.meta.url));
await build({
  stdin: {
    contents: `export { ${USED.map((name) => `create${name}`).join()} } from 'mathjs';`,
    resolveDir: fileURLToPath(new URL('.', import.meta.url)),
  },
  outfile: MATHJS,
  bundle: true,
  format: 'esm',
  platform: 'node',
});

const QUICKEST_FIRST = [
  'test/units/amount.test.ts',
  'test/units/money.test.ts',
  'test/units/unit.test.ts',
  'test/units/system.test.ts',
  'test/language/arithmetic.test.ts',
  'test/language/words.test.ts',
  'test/language/expression.test.ts',
  'test/check/formulas.test.ts',
  'test/lint/lint.test.ts',
  'test/check/passes.test.ts',
  'test/check/shown.test.ts',
  'test/language/kernels.test.ts',
  'test/language/normal.test.ts',
  'test/properties/significant.test.ts',
  'test/properties/elementary.test.ts',
  'test/mutation/check.ts',
];

/** A mutant is done with when one test fails. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      QUICKEST_FIRST.findIndex((name) => moduleId.endsWith(name));
    return files.toSorted((left, right) => rank(left) - rank(right));
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [keptThreads],
  resolve: { alias: { mathjs: MATHJS } },
  test: {
    include: QUICKEST_FIRST,
    setupFiles: ['test/mutation/no-mutant.ts'],
    sequence: { sequencer: QuickestFirst },
    server: { deps: { external: [MATHJS] } },
    testTimeout: 120_000,
  },
});
