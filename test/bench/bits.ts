// Prints a checksum over the bits of all that the board study gives, with and without draws: one line for the numbers, one about them.
import { createHash } from 'node:crypto';
import { deviates, planDraws, simulateDraws, workerHere } from '../../src/simulate/index.ts';
import { loadStudy, totalOf } from './board.ts';
import { BLOCK, QUESTION } from './engine.ts';

const DRAWS = 3000;
const [, , folder = ''] = process.argv;
const { run, study } = await loadStudy(folder);
const drawPlan = planDraws(run.plan, study.cases, { ...study.uncertainty, draws: DRAWS });
const sums = createHash('sha256');
let count = 0;
const add = (values: Float64Array): void => {
  sums.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  count += values.length;
};
for (const { values } of run.cases) add(values);
for (const memory of [2 ** 30, 0]) {
  const { value } = await simulateDraws(run, {
    ...{ ...QUESTION, drawPlan, deviates, outputs: study.headlines.map((name) => totalOf(run, name)) },
    ...{ workers: [workerHere(deviates)], memory, block: BLOCK },
  });
  for (const { outputs, broken } of value?.cases ?? []) {
    add(Float64Array.from(broken));
    for (const { mean, deviation, lowest, highest, lowTail, highTail, ...each } of outputs.flat())
      add(
        Float64Array.from([
          ...[mean, deviation, lowest, highest, lowTail, highTail],
          ...[...each.percentiles, ...each.percentileErrors, ...each.percentileBounds],
        ]),
      );
  }
}
process.stdout.write(`${sums.digest('hex')}\n${count} numbers\n${process.version}\n`);
