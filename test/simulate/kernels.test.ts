// Kernels, which compute many draws at once, against the naive interpreter and the plain functions of the language: to the last bit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileKernels,
  type Instruction,
  type Kernels,
  type Plan,
  summaryModule,
} from '../../src/compile/index.ts';
import { makeSchedule } from '../../src/compile/kernels/schedule.ts';
import { type Operator, operate, operateUnary, words } from '../../src/language/index.ts';
import { cellsOf } from '../../src/resolve/index.ts';
import { alikeIn, scenariosOf } from '../../src/simulate/blocks/batches.ts';
import { layOut, makeMemory, pointTable, tableAt, writeTable } from '../../src/simulate/blocks/memory.ts';
import { type CaseTable, caseTables, uncertainCells } from '../../src/simulate/blocks/table.ts';
import type { Deviates, DrawPlan } from '../../src/simulate/draws/types.ts';
import { interpret, position, type Run } from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';
import { randomProject } from '../kit/programs.ts';
import { loadBoard } from '../kit/project.ts';
import { allCells, centralRun, mixedOf, randomDrawPlan, withStrategies } from '../kit/random-draws.ts';

const BLOCK = 8;

function tableOf(
  plan: Plan,
  layout: Kernels['layout'],
  values: Float64Array,
  drawn: DrawPlan['cases'][number],
): CaseTable {
  const [table] = caseTables(plan, layout, [{ values }], [drawn]);
  if (table === undefined) throw new Error('one case has one table');
  return table;
}

/** One block of draws: whether all is finite, and the rows of the tile; what alike cases have in common is computed by the table of another. */
function runBlock(
  { module, layout }: Kernels,
  drawPlan: DrawPlan,
  table: CaseTable,
  deviates: Deviates,
  draws: number,
  other = table,
) {
  const places = layOut(layout, drawPlan, { chunk: BLOCK, kept: 1, tables: 2, cases: 0 });
  const modules = {
    kernels: new WebAssembly.Module(module),
    summaries: new WebAssembly.Module(summaryModule()),
  };
  const memory = makeMemory(modules, places);
  const stride = places.deviationBytes / 8;
  drawPlan.streams.forEach((_, stream) => {
    const row = places.streamRows[stream] ?? 0;
    deviates(stream, 0, BLOCK, memory.doubles, places.deviations / 8 + row * stride, stride);
  });
  const kernel = (compute: 'common' | 'run', place: number, { streams, numbers }: CaseTable): boolean => {
    writeTable(memory, place, { streams, numbers });
    pointTable(memory, drawPlan, place, streams, 0);
    return memory[compute](tableAt(places, place), places.tiles, draws * 8) === 0;
  };
  const commonFinite = kernel('common', 0, other);
  const finite = kernel('run', 1, table) && commonFinite;
  return {
    finite,
    at: (row: number, draw: number) => memory.doubles[(places.tiles + row * layout.rowBytes) / 8 + draw],
  };
}

/** Compares every cell, year and draw of a block; returns how many numbers were compared. */
function compare(run: Run, drawPlan: DrawPlan): number {
  const { plan, program, cases } = run;
  const deviates = mixedOf(drawPlan);
  const outputs = allCells(run);
  const groups = scenariosOf(run);
  const alike = alikeIn(run, drawPlan, groups);
  const kernels = compileKernels(plan, uncertainCells(drawPlan), outputs, BLOCK, alike);
  const tables = caseTables(plan, kernels.layout, cases, drawPlan.cases);
  let compared = 0;
  for (const [index, { case: each, values }] of cases.entries()) {
    const drawn = drawPlan.cases[index] ?? [];
    const table = tables[index];
    const first = tables[groups.find((group) => group.includes(index))?.[0] ?? index];
    if (table === undefined) throw new Error('every case has a table');
    const block = runBlock(kernels, drawPlan, table, deviates, BLOCK, first);
    let allFinite = true;
    for (let draw = 0; draw < BLOCK; draw++) {
      const { value } = interpret(program, {
        years: plan.years,
        baseIndex: plan.baseIndex,
        input: (name, cell, time) => {
          const keys = cellsOf(program.quantities.get(name)?.sets ?? [], program.sets);
          const at = keys.findIndex((key) => key.join() === cell.join());
          const numbers = each.inputs.get(name)?.[at]?.values ?? [];
          const central = numbers[numbers.length === 1 ? 0 : time] ?? Number.NaN;
          const slot = plan.slotOf.get(name);
          const uncertain = drawn.find((found) => found.slot === slot && found.cell === at);
          if (uncertain === undefined) return central;
          const { stream, weights } = uncertain;
          const row = new Float64Array(drawPlan.streams[stream]?.moments.length ?? 1);
          deviates(stream, draw, 1, row, 0, 1);
          return (
            central +
            (weights[weights.length === 1 ? 0 : time] ?? 0) * (row[row.length === 1 ? 0 : time] ?? 0)
          );
        },
      });
      outputs.forEach(({ slot, cell }, output) => {
        const { quantity = '', kind, cells = [], times = 0 } = plan.slots[slot] ?? {};
        const { row, rows } = kernels.layout.outputs[output] ?? { row: 0, rows: 0 };
        for (let time = 0; time < times; time++) {
          const plainly = value(quantity, cells[cell] ?? [], time);
          if (kind === 'formula') allFinite &&= Number.isFinite(plainly);
          const computed =
            rows === 0
              ? values[position({ plan, draws: 1 }, slot, cell, time)]
              : block.at(row + (rows === 1 ? 0 : time), draw);
          // What follows a number that is none is not looked at: the run stops.
          if (allFinite && !Object.is(computed, plainly))
            expect({ quantity, cell, time, draw, computed }).toEqual({
              quantity,
              cell,
              time,
              draw,
              computed: plainly,
            });
          compared++;
        }
      });
    }
    expect(block.finite).toBe(allFinite);
  }
  return compared;
}

describe('kernels', () => {
  it('give every number of random programs in every draw as the formulas say it', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { run } = centralRun(sourcesOf(randomProject(draw), 'study.yaml'));
        if (run !== undefined) compared += compare(run, randomDrawPlan(draw, fc.nat, run, BLOCK));
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(10_000);
  });

  it('compute once what cases of a scenario have in common, and every number as the formulas say it', () => {
    let [compared, common, own] = [0, 0, 0];
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { run } = centralRun(sourcesOf(randomProject(draw), 'study.yaml'));
        if (run === undefined) return;
        const made = withStrategies(draw, fc.nat, run, randomDrawPlan(draw, fc.nat, run, BLOCK));
        if (made === undefined) return;
        compared += compare(made.run, made.drawPlan);
        const alike = alikeIn(made.run, made.drawPlan, scenariosOf(made.run));
        const schedule = makeSchedule(run.plan, uncertainCells(made.drawPlan), allCells(run), alike);
        schedule.phases.forEach(({ steady, chunks }, phase) => {
          const tasks = [...steady, ...chunks.flat()].filter(({ gives }) => gives.kind === 'value').length;
          if (phase < schedule.commonPhases) common += tasks;
          else own += tasks;
        });
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(10_000);
    expect(Math.min(common, own)).toBeGreaterThan(20);
  });

  it('give every number of the real study in every draw as the formulas say it', async () => {
    const { run } = centralRun(await loadBoard());
    if (run === undefined) throw new Error('the real study does not run');
    const [some] = fc.sample(fc.gen(), { numRuns: 1, seed: 1 });
    if (some === undefined) throw new Error('nothing to draw from');
    const drawPlan = randomDrawPlan(some, fc.nat, run, BLOCK);
    // A hundredth of what an input may differ by, so that nothing divides by zero.
    const small = drawPlan.cases.map((cells, index) =>
      cells.map(({ slot, cell, stream, weights }) => ({
        slot,
        cell,
        stream,
        weights: weights.map((weight, time) => {
          const central =
            run.cases[index]?.values[position({ plan: run.plan, draws: 1 }, slot, cell, time)] ?? 0;
          return (weight * central) / 100;
        }),
      })),
    );
    expect(compare({ ...run, cases: run.cases.slice(0, 1) }, { ...drawPlan, cases: small })).toBeGreaterThan(
      10_000,
    );
  });
});

const SPECIAL = [
  ...[
    0,
    -0,
    1,
    -1,
    2,
    3,
    0.5,
    -0.5,
    1.5,
    7,
    10,
    -2.5,
    1 / 3,
    1e-3,
    1e3,
    709,
    709.5,
    710,
    711,
    -708,
    -708.8,
    -709,
    -746,
  ],
  ...[
    1e300, -1e300, 1e-300, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1024, 1025,
    -1024,
  ],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, Math.SQRT1_2, Math.SQRT2],
];

/** A plan of one formula over uncertain inputs of the base year. */
function planOf(inputs: number, code: readonly Instruction[]): Plan {
  const slots = [...Array.from({ length: inputs }, (_, index) => `input_${index}`), 'result'].map(
    (quantity, offset) => ({
      ...{ quantity, cells: [[]], times: 1, offset },
      kind: quantity === 'result' ? ('formula' as const) : ('input' as const),
    }),
  );
  return {
    years: [2023],
    baseIndex: 0,
    slots,
    slotOf: new Map(slots.map(({ quantity }, slot) => [quantity, slot])),
    size: slots.length,
    blocks: [{ over: 'base', steps: [{ slot: inputs, cell: 0, code, firstYears: 0 }] }],
    conditions: [],
  };
}

const loadAt = (slot: number): Instruction => ({
  kind: 'load',
  slot,
  cell: 0,
  time: { kind: 'fixed', index: 0 },
});

/** What kernels make of each list of numbers; `certain` inputs are the same in both draws of a block. */
function evaluate(
  code: readonly Instruction[],
  lists: readonly (readonly number[])[],
  certain: readonly number[],
) {
  const inputs = lists[0]?.length ?? 0;
  const plan = planOf(inputs, [...Array.from({ length: inputs }, (_, slot) => loadAt(slot)), ...code]);
  const streams = Array.from({ length: inputs }, (_, slot) => ({
    ...{ name: `${slot}`, key: [0, slot] as const, moments: [0] },
    shape: { kind: 'normal' as const, sd: 1 },
  }));
  const drawn = streams.flatMap((_, slot) =>
    certain.includes(slot) ? [] : [{ slot, cell: 0, stream: slot, weights: [1] }],
  );
  const drawPlan: DrawPlan = { sampling: 'plain', seed: 1, total: BLOCK, streams, cases: [drawn] };
  const output = { over: 'base' as const, code: [loadAt(inputs)] };
  const kernels = compileKernels(plan, uncertainCells(drawPlan), [output], BLOCK);
  const results: (number | undefined)[] = [];
  for (let from = 0; from < lists.length; from += certain.length > 0 ? 1 : BLOCK) {
    const central = new Float64Array(inputs + 1);
    for (const slot of certain) central[slot] = lists[from]?.[slot] ?? 0;
    const deviates: Deviates = (stream, _, count, into, offset) => {
      for (let draw = 0; draw < count; draw++) into[offset + draw] = lists[from + draw]?.[stream] ?? 1;
    };
    const { at } = runBlock(
      kernels,
      drawPlan,
      tableOf(plan, kernels.layout, central, drawn),
      deviates,
      BLOCK,
    );
    for (let draw = 0; draw < (certain.length > 0 ? 1 : Math.min(BLOCK, lists.length - from)); draw++)
      results.push(at(0, draw));
  }
  return results;
}

// Added to the central value 0, minus zero becomes zero.
const values: readonly number[] = SPECIAL.map((value) => value + 0);
const pairs = values.flatMap((left) => values.map((right) => [left, right]));

describe('each step of the language', () => {
  const OPERATORS: readonly Operator[] = [
    '+',
    '-',
    '*',
    '/',
    '^',
    '<',
    '<=',
    '>',
    '>=',
    '==',
    '!=',
    'and',
    'or',
  ];
  it.each(OPERATORS)('%s does in a kernel what it does in the plain', (operator) => {
    const plainly = pairs.map(([left = 0, right = 0]) => operate(operator, left, right));
    expect(evaluate([{ kind: 'operate', operator }], pairs, [])).toEqual(plainly);
    // What is the same in all draws is finite, or there would be no run over draws.
    const some = pairs.filter(([, right], index) => index % 7 === 0 && Number.isFinite(right));
    const again = some.map(([left = 0, right = 0]) => operate(operator, left, right));
    expect(evaluate([{ kind: 'operate', operator }], some, [1])).toEqual(again);
  });

  it.each(['negate', 'not'] as const)('%s does in a kernel what it does in the plain', (kind) => {
    const operator = kind === 'negate' ? '-' : 'not';
    const singles = values.map((value) => [value]);
    expect(evaluate([{ kind }], singles, [])).toEqual(values.map((value) => operateUnary(operator, value)));
  });

  it.each([...words.keys()])('%s does in a kernel what it does in the plain', (name) => {
    const word = words.get(name);
    const count = Math.min(3, word?.most ?? 0);
    const lists = Array.from({ length: 4000 }, (_, index) =>
      Array.from(
        { length: count },
        (__, place) => values[(index * (2 * place + 1) + 5 * place) % values.length] ?? 0,
      ),
    );
    expect(evaluate([{ kind: 'call', word: name, count }], lists, [])).toEqual(
      lists.map((list) => word?.evaluate(list)),
    );
  });

  it.each(['exp', 'log'])('%s has the same bits wherever it is computed', (name) => {
    const numbers = fc.sample(
      fc.double({ min: name === 'exp' ? -720 : 0, max: name === 'exp' ? 720 : 1e308, noNaN: true }),
      20_000,
    );
    const lists = numbers.map((value) => [value + 0]);
    const plainly = lists.map((list) => words.get(name)?.evaluate(list));
    expect(evaluate([{ kind: 'call', word: name, count: 1 }], lists, [])).toEqual(plainly);
  });
});
