// Random numbers by kernels: bit for bit those that are made the plain way.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomModule } from '../../src/compile/index.ts';
import { plainNumbers, ROW, randomKernels } from '../../src/simulate/draws/numbers.ts';
import { deviates } from '../../src/simulate/index.ts';
import { planOf, stream } from '../kit/draws.ts';

const random = new WebAssembly.Module(randomModule());
const bitsOf = (numbers: Float64Array): BigUint64Array =>
  new BigUint64Array(numbers.buffer, numbers.byteOffset, numbers.length);
const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const words = fc.tuple(word, word, word, word);

describe('kernels of random numbers', () => {
  it('make the chances that the plain way makes', () => {
    const [plain, kernels] = [plainNumbers(), randomKernels(random)];
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: ROW / 4 }), (key, counter, count) => {
        for (const each of [plain, kernels]) each.chances(key, counter, count);
        expect(bitsOf(kernels.row.slice(0, 4 * count))).toEqual(bitsOf(plain.row.slice(0, 4 * count)));
      }),
      { numRuns: 50 },
    );
  });

  it('make the normal numbers that the plain way makes, also far out', () => {
    const [plain, kernels] = [plainNumbers(), randomKernels(random)];
    const chance = fc.oneof(
      fc.double({ min: 2 ** -33, max: 1 - 2 ** -33 }),
      fc.double({ min: 1e-300, max: 1e-10 }),
      fc.double({ min: 0.07, max: 0.08 }),
      fc.constantFrom(0.5, 0.075, 0.925, 0.07500000000000001, 0.9249999999999999, 1.3887943864964021e-11),
    );
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 40 }), (chances) => {
        for (const each of [plain, kernels]) {
          each.row.set(chances);
          each.normals(chances.length);
        }
        expect(bitsOf(kernels.row.slice(0, chances.length))).toEqual(
          bitsOf(plain.row.slice(0, chances.length)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('draw the deviations of a stream from any draw on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('plain' as const, 'latin_hypercube' as const, 'sobol' as const),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        (sampling, from, count) => {
          const streams = [
            stream('pert', { kind: 'pert', low: -1, high: 2 }),
            stream('cut', { kind: 'normal', sd: 1, low: -0.5 }),
            stream('path', { kind: 'mean_reverting', sd: 0.3, persistence: 0.7, known: 1 }),
          ];
          const plan = planOf(streams, { sampling, total: 10_000 });
          const [plain, kernels] = [undefined, random].map((module) => {
            const draw = deviates(plan, module);
            return streams.map((_, index) => {
              const rows = plan.streams[index]?.moments.length ?? 0;
              const into = new Float64Array(rows * count);
              draw(index, from, count, into, 0, count);
              return bitsOf(into);
            });
          });
          expect(kernels).toEqual(plain);
        },
      ),
      { numRuns: 20 },
    );
  });
});
