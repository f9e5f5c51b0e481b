// The run over draws against the plain way: every percentile against sorting, whoever computes which draws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Instruction } from '../../src/compile/index.ts';
import { binsOf, fromBins } from '../../src/simulate/blocks/order.ts';
import type { DrawPlan } from '../../src/simulate/draws/types.ts';
import {
  type DrawRequest,
  type DrawSummaries,
  position,
  type Run,
  simulateDraws,
  workerHere,
} from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';
import { oneInput } from '../kit/one-input.ts';
import { randomProject } from '../kit/programs.ts';
import {
  allCells,
  centralRun,
  mixedOf,
  plainDraws,
  randomDrawPlan,
  withStrategies,
} from '../kit/random-draws.ts';

const QUESTION = { percentiles: [0.05, 0.25, 0.5, 0.75, 0.95], tail: 0.05 };
const ROOMY = 2 ** 30;

const here = (count: number) => Array.from({ length: count }, () => workerHere(mixedOf));

async function summaries(
  run: Run,
  drawPlan: DrawPlan,
  changes: Partial<DrawRequest>,
): Promise<DrawSummaries | undefined> {
  const request = {
    ...QUESTION,
    drawPlan,
    deviates: mixedOf,
    outputs: allCells(run),
    workers: here(1),
    memory: ROOMY,
    block: 128,
  };
  const { value } = await simulateDraws(run, { ...request, ...changes });
  return value;
}

/** Type 7: between the two nearest draws by the share of the way. */
function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (at - Math.floor(at)) * (above - below);
}

/** A random run and its draws that are all finite. */
function randomDraws(draw: fc.GeneratorValue, total: number) {
  const { run } = centralRun(sourcesOf(randomProject(draw), 'study.yaml'));
  if (run === undefined) return undefined;
  const drawPlan = randomDrawPlan(draw, fc.nat, run, total);
  const values = plainDraws(run, 0, drawPlan, mixedOf(drawPlan));
  return { run, drawPlan, values };
}

describe('the run over draws', () => {
  it('has the percentiles that sorting all draws gives, to the last bit', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.integer({ min: 1, max: 3000 }), async (draw, total) => {
        const made = randomDraws(draw, total);
        if (made === undefined) return;
        const { run, drawPlan, values } = made;
        const found = await summaries(run, drawPlan, {});
        expect(found === undefined).toBe(!values.every(Number.isFinite));
        if (found === undefined) return;
        expect(found.exact).toBe(true);
        allCells(run).forEach(({ slot, cell }, output) => {
          found.cases[0]?.outputs[output]?.forEach((summary, time) => {
            const from = position({ plan: run.plan, draws: total }, slot, cell, time);
            const sorted = values.slice(from, from + total).sort();
            const size = Math.max(Math.abs(sorted[0] ?? 0), Math.abs(sorted.at(-1) ?? 0));
            expect(summary.percentiles).toEqual(
              QUESTION.percentiles.map((share) => percentile(sorted, share)),
            );
            expect([summary.lowest, summary.highest]).toEqual([
              (sorted[0] ?? 0) + 0,
              (sorted.at(-1) ?? 0) + 0,
            ]);
            const mean = sorted.reduce((sum, value) => sum + value / total, 0);
            expect(Math.abs(summary.mean - mean)).toBeLessThanOrEqual(size * 1e-12);
            const tail = Math.max(1, Math.round(total * QUESTION.tail));
            const low = sorted.slice(0, tail).reduce((sum, value) => sum + value / tail, 0);
            const high = sorted.slice(total - tail).reduce((sum, value) => sum + value / tail, 0);
            expect(Math.abs(summary.lowTail - low)).toBeLessThanOrEqual(size * 1e-12);
            expect(Math.abs(summary.highTail - high)).toBeLessThanOrEqual(size * 1e-12);
            compared++;
          });
        });
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('says of what holds in some draws what sorting ones and zeros gives, kept or streamed', async () => {
    let [mixed, alike] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.integer({ min: 1, max: 3000 }), async (draw, total) => {
        const made = randomDraws(draw, total);
        if (made === undefined || !made.values.every(Number.isFinite)) return;
        const { run, drawPlan, values } = made;
        const cells = allCells(run);
        const at = draw(() => fc.double({ min: 0, max: 1, noNaN: true }));
        const row = (slot: number, cell: number, time: number) => {
          const from = position({ plan: run.plan, draws: total }, slot, cell, time);
          return values.slice(from, from + total);
        };
        const goals = cells.map(({ slot, cell }) => percentile(row(slot, cell, 0).sort(), at));
        const outputs = cells.map(({ over, code }, index) => ({
          over,
          code: [
            ...code,
            { kind: 'constant', value: goals[index] ?? 0 },
            { kind: 'operate', operator: '>=' },
          ] satisfies Instruction[],
        }));
        for (const memory of [ROOMY, 0]) {
          const found = await summaries(run, drawPlan, { outputs, memory, workers: here(2) });
          cells.forEach(({ slot, cell }, output) => {
            found?.cases[0]?.outputs[output]?.forEach((summary, time) => {
              const sorted = row(slot, cell, time)
                .map((value) => (value >= (goals[output] ?? 0) ? 1 : 0))
                .sort();
              const tail = Math.max(1, Math.round(total * QUESTION.tail));
              const mean = (part: Float64Array) => part.reduce((sum, value) => sum + value, 0) / part.length;
              expect(summary.percentiles).toEqual(
                QUESTION.percentiles.map((share) => percentile(sorted, share)),
              );
              expect(summary.percentileBounds).toEqual(QUESTION.percentiles.map(() => 0));
              expect([summary.lowest, summary.highest]).toEqual([sorted[0], sorted.at(-1)]);
              expect(summary.mean).toBeCloseTo(mean(sorted), 12);
              expect(summary.lowTail).toBe(mean(sorted.slice(0, tail)));
              expect(summary.highTail).toBe(mean(sorted.slice(total - tail)));
              if (sorted[0] === sorted.at(-1)) alike++;
              else mixed++;
            });
          });
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(Math.min(mixed, alike)).toBeGreaterThan(50);
  });

  it('is the same for a case among others of its scenario and alone, however many are computed together', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.integer({ min: 900, max: 3000 }), async (draw, total) => {
        const single = randomDraws(draw, total);
        const made = single && withStrategies(draw, fc.nat, single.run, single.drawPlan);
        if (made === undefined) return;
        const { run, drawPlan } = made;
        const conditions = run.plan.conditions.length;
        const cells = allCells(run).length * run.plan.years.length;
        // Room for all four cases twice, for two at a time, for one, and for none.
        for (const memory of [ROOMY, total * cells * 8 * 3, total * cells * 8 * 2.1, 0]) {
          const together = await summaries(run, drawPlan, { memory, workers: here(2) });
          if (together === undefined) return;
          for (const [index, each] of run.cases.entries()) {
            const alone = await summaries(
              { ...run, cases: [each] },
              { ...drawPlan, cases: [drawPlan.cases[index] ?? []] },
              { memory: together.exact ? ROOMY : 0 },
            );
            expect(together.cases[index]).toEqual(alone?.cases[0]);
            compared += conditions + 1;
          }
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(40);
  });

  it('is the same to the last bit for any number of workers and any size of block', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.integer({ min: 900, max: 5000 }), async (draw, total) => {
        const made = randomDraws(draw, total);
        if (made === undefined) return;
        for (const memory of [ROOMY, 0]) {
          const one = await summaries(made.run, made.drawPlan, { memory });
          if (one === undefined) return;
          for (const [count, block] of [
            [2, 128],
            [3, 64],
            [1, 1024],
            [5, 8],
          ] as const) {
            expect(await summaries(made.run, made.drawPlan, { memory, block, workers: here(count) })).toEqual(
              one,
            );
            compared++;
          }
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(10);
  });

  it('is within the bound that it states where draws are not kept', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const made = randomDraws(draw, 20_000);
        if (made === undefined) return;
        const exact = await summaries(made.run, made.drawPlan, {});
        const streamed = await summaries(made.run, made.drawPlan, { memory: 0 });
        if (exact === undefined || streamed === undefined) return;
        expect(streamed.exact).toBe(false);
        exact.cases[0]?.outputs.forEach((years, output) => {
          years.forEach((summary, time) => {
            const other = streamed.cases[0]?.outputs[output]?.[time];
            expect(other?.mean).toBe(summary.mean);
            expect(other?.deviation).toBe(summary.deviation);
            for (const [end, tail] of (['lowTail', 'highTail'] as const).entries()) {
              const off = Math.abs((other?.[tail] ?? Number.NaN) - summary[tail]);
              const allowed = (other?.tailBounds[end] ?? Number.NaN) * (1 + 1e-9);
              expect(off).toBeLessThanOrEqual(allowed + Math.abs(summary[tail]) * 1e-12);
            }
            summary.percentiles.forEach((value, index) => {
              const bound = other?.percentileBounds[index] ?? Number.NaN;
              const off = Math.abs((other?.percentiles[index] ?? Number.NaN) - value);
              expect(off).toBeLessThanOrEqual(bound * (1 + 1e-9) + Math.abs(value) * 1e-12);
              compared++;
            });
          });
        });
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('counts into that bound what is lost where bins are written as numbers', () => {
    // Draws that all but vanish beside the lowest, in a bin whose lower edge comes out as the highest of them.
    const [lowest, highest, scale] = [-5009.793409850021, -2.3589463394839962e-20, 0.4084000741382371];
    const top = Math.floor((highest - lowest) * scale) + 1;
    const counts = new Uint32Array(top + 1);
    [counts[1], counts[top]] = [50, 50];
    const known = { draws: 100, mean: lowest / 2, deviation: 1, lowest, highest, below: 0, above: 0 };
    const ranges = {
      low: Float64Array.of(lowest),
      scale: Float64Array.of(scale),
      centre: Float64Array.of(lowest),
    };
    const { percentiles, percentileBounds } = fromBins(binsOf(counts), known, QUESTION, ranges, 0);
    const off = Math.abs((percentiles[4] ?? 0) - -1.615078893460561e-17);
    expect(off).toBeLessThanOrEqual(percentileBounds[4] ?? 0);
    expect(percentileBounds[4]).toBeLessThan(1e-10);
  });

  it('counts the draws that break each condition', async () => {
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.integer({ min: 1, max: 3000 }), async (draw, total) => {
        const made = randomDraws(draw, total);
        if (made?.values.every(Number.isFinite) !== true) return;
        const { run, drawPlan, values } = made;
        const cells = allCells(run).filter(({ slot }) => run.plan.slots[slot]?.kind === 'formula');
        const conditions = cells.map(({ over, code }, index): Condition => {
          const holds: readonly Instruction[] = [
            ...code,
            { kind: 'constant', value: index % 3 },
            { kind: 'operate', operator: index % 2 === 0 ? '>=' : '<' },
          ];
          return { kind: 'check', model: '', name: '', over, sets: [], cells: [{ key: [], code: holds }] };
        });
        const found = await summaries({ ...run, plan: { ...run.plan, conditions } }, drawPlan, {});
        cells.forEach(({ slot, cell, over }, index) => {
          const times = over === 'base' ? 1 : run.plan.years.length;
          const breaks = Array.from({ length: total }, (_, at) => at).filter((at) =>
            Array.from({ length: times }, (_, time) => time).some((time) => {
              const from = position({ plan: run.plan, draws: total }, slot, cell, time);
              const value = values[from + at] ?? Number.NaN;
              return index % 2 === 0 ? value < index % 3 : value >= index % 3;
            }),
          );
          expect(found?.cases[0]?.broken[index]).toBe(breaks.length);
          broken += breaks.length;
        });
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(broken).toBeGreaterThan(1000);
  });

  it('stops at the first number that is not finite, and says in which draw', async () => {
    const model = [
      'model: price',
      'about: One price',
      'inputs:',
      '  price: { about: A price, unit: 1, set_by: scenario }',
      'formulas:',
      '  inverse: { about: One over it, unit: 1, is: 1 / price }',
      '  capped: { about: Hides it, unit: 1, is: "min(1, inverse)" }',
      '',
    ].join('\n');
    const files = new Map([...oneInput('2020 to 2022', '2'), ['model.yaml', model]]);
    const { run } = centralRun(sourcesOf(files, 'study.yaml'));
    if (run === undefined) throw new Error('nothing is wrong without draws');
    const slot = run.plan.slotOf.get('price') ?? -1;
    const drawPlan: DrawPlan = {
      ...{ sampling: 'plain', seed: 1, total: 5000 },
      streams: [{ name: 'price', key: [0, 0], shape: { kind: 'normal', sd: 1 }, moments: [0] }],
      cases: [[{ slot, cell: 0, stream: 0, weights: [0, 1, 1] }]],
    };
    for (const [wrong, memory] of [
      [7, ROOMY],
      [4321, ROOMY],
      [4321, 0],
    ] as const) {
      const deviates = () => (_: number, from: number, count: number, into: Float64Array, offset: number) => {
        for (let draw = 0; draw < count; draw++) into[offset + draw] = from + draw === wrong ? -2 : 1;
      };
      const { value, diagnostics } = await simulateDraws(run, {
        ...{ ...QUESTION, drawPlan, deviates, outputs: allCells(run), memory, block: 128 },
        workers: [workerHere(deviates), workerHere(deviates)],
      });
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ code, message, notes }) => [code, message, notes])).toEqual([
        [
          'run/not-finite',
          'inverse in 2021 is infinite: it divides by zero or leaves the range of a function',
          ['price = 0', 'scenario Only, strategy Plan', `draw ${wrong}`],
        ],
      ]);
    }
  });
});
