// Cases of a scenario computed together: conditions that are partly common, memory for many strategies, and workers that fail.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, KernelLayout } from '../../src/compile/index.ts';
import { layOut } from '../../src/simulate/blocks/memory.ts';
import type { DrawPlan } from '../../src/simulate/draws/types.ts';
import {
  type DrawRequest,
  position,
  type Request,
  type Run,
  simulateDraws,
  type Worker,
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

const ROOMY = 2 ** 30;

/** A worker in this thread that tells of every request before it answers. */
const watched = (tell: (request: Request) => void): Worker => {
  const worker = workerHere(mixedOf);
  return async (request) => {
    tell(request);
    return worker(request);
  };
};

const draw = (run: Run, drawPlan: DrawPlan, changes: Partial<DrawRequest>) =>
  simulateDraws(run, {
    ...{ percentiles: [0.05, 0.5], tail: 0.05, drawPlan, deviates: mixedOf, outputs: allCells(run) },
    ...{ workers: [workerHere(mixedOf)], memory: ROOMY, block: 64 },
    ...changes,
  });

/** The smallest study with so many strategies that are all alike. */
function manyStrategies(count: number, total: number): { readonly run: Run; readonly drawPlan: DrawPlan } {
  const files = new Map(oneInput('2020 to 2022', '2'));
  files.set(
    'model.yaml',
    `${files.get('model.yaml')}formulas:\n  cost: { about: C, unit: 1, is: price + 1 }\n`,
  );
  const { run } = centralRun(sourcesOf(files, 'study.yaml'));
  const [first] = run?.cases ?? [];
  if (run === undefined || first === undefined) throw new Error('the smallest study does not run');
  const cell = { slot: run.plan.slotOf.get('price') ?? -1, cell: 0, stream: 0, weights: [0, 1, 1] };
  const drawPlan: DrawPlan = {
    ...{ sampling: 'plain', seed: 1, total },
    streams: [{ name: 'price', key: [0, 0], shape: { kind: 'normal', sd: 1 }, moments: [0] }],
    cases: Array.from({ length: count }, () => [cell]),
  };
  return { run: { ...run, cases: Array.from({ length: count }, () => first) }, drawPlan };
}

/** Of every two neighbours among the cells, that neither is lower than without draws in the case where it is lowest. */
function neighbours(run: Run) {
  const cells = allCells(run);
  return cells.flatMap(({ over }, index) => {
    const pair = cells.slice(index, index + 2);
    if (pair.length < 2 || pair.some((each) => each.over !== over)) return [];
    const bounds = pair.map(({ slot, cell, code }) => {
      const { times = 1 } = run.plan.slots[slot] ?? {};
      const from = position(run, slot, cell, 0);
      const lowest = Math.min(...run.cases.flatMap(({ values }) => [...values.subarray(from, from + times)]));
      return { slot, cell, times, code, lowest };
    });
    const condition: Condition = {
      ...{ kind: 'check', model: '', name: '', over, sets: [] },
      cells: bounds.map(({ code, lowest }) => ({
        key: [],
        code: [...code, { kind: 'constant', value: lowest }, { kind: 'operate', operator: '>=' }],
      })),
    };
    return [{ condition, bounds }];
  });
}

describe('cases computed together', () => {
  it('break a condition in the same draws as alone, of which part is common and part their own', async () => {
    let [broken, common, split] = [0, 0, 0];
    const note = ({ conditions }: KernelLayout): void => {
      for (const rows of conditions) {
        if (rows.common !== undefined) common++;
        if (rows.common !== undefined && rows.own !== undefined) split++;
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.integer({ min: 1, max: 500 }), async (random, total) => {
        const { run: one } = centralRun(sourcesOf(randomProject(random), 'study.yaml'));
        if (one === undefined) return;
        const made = withStrategies(random, fc.nat, one, randomDrawPlan(random, fc.nat, one, total));
        if (made === undefined) return;
        const { drawPlan } = made;
        const conditions = neighbours(made.run);
        const plan = { ...one.plan, conditions: conditions.map(({ condition }) => condition) };
        const worker = watched((request) => {
          if (request.kind === 'set up') note(request.setup.layout);
        });
        const { value } = await draw({ ...made.run, plan }, drawPlan, { workers: [worker] });
        made.run.cases.forEach((_, index) => {
          const values = plainDraws(made.run, index, drawPlan, mixedOf(drawPlan));
          conditions.forEach(({ bounds }, condition) => {
            const holds = (at: number): boolean =>
              bounds.every(({ slot, cell, times, lowest }) =>
                Array.from({ length: times }, (__, time) =>
                  position({ plan, draws: total }, slot, cell, time),
                ).every((from) => (values[from + at] ?? Number.NaN) >= lowest),
              );
            const breaks = Array.from({ length: total }, (__, at) => at).filter((at) => !holds(at)).length;
            if (value !== undefined) expect(value.cases[index]?.broken[condition]).toBe(breaks);
            broken += breaks;
          });
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(broken).toBeGreaterThan(1000);
    expect(Math.min(common, split)).toBeGreaterThan(10);
  });

  it('take no more room for their counts than they may take for their draws, however few draws there are', async () => {
    for (const total of [1, 20, 3000]) {
      const { run, drawPlan } = manyStrategies(200, total);
      const memory = 2 ** 20;
      let bytes = 0;
      const worker = watched((request) => {
        if (request.kind !== 'set up') return;
        const { layout, kept } = request.setup;
        const wanted = { chunk: total, kept, tables: kept, cases: kept };
        bytes = layOut(layout, drawPlan, wanted).bytes - layout.ownBytes;
        expect(kept).toBeGreaterThan(2);
      });
      const { value } = await draw(run, drawPlan, { memory, workers: [worker] });
      expect([value?.exact, value?.cases.length]).toEqual([true, 200]);
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(2 * 1.5 * memory);
    }
  });

  it('are all there whatever memory they are given', async () => {
    const { run, drawPlan } = manyStrategies(5, 300);
    for (const memory of [0, ROOMY, Number.POSITIVE_INFINITY])
      expect((await draw(run, drawPlan, { memory })).value?.cases.length).toBe(5);
  });

  it('fail once where a worker fails', async () => {
    const { run, drawPlan } = manyStrategies(5, 300);
    const worker = watched(({ kind }) => {
      if (kind === 'gather') throw new Error('the worker is gone');
    });
    const unheard: unknown[] = [];
    const note = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', note);
    try {
      await expect(draw(run, drawPlan, { workers: [worker] })).rejects.toThrow('the worker is gone');
      await new Promise((done) => setTimeout(done, 10));
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(unheard).toEqual([]);
  });
});
