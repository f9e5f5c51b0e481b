// Draws for tests: random numbers that depend on nothing but stream, moment and draw, and every number of them the plain way.

import type fc from 'fast-check';
import type { Checked } from '../../src/check/index.ts';
import { textsOf } from '../../src/checking.ts';
import { compile, type Output, type Plan } from '../../src/compile/index.ts';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import type { Sources } from '../../src/load/index.ts';
import { check } from '../../src/pipeline.ts';
import type { Study } from '../../src/resolve/index.ts';
import type { Deviates, DrawnCell, DrawPlan, Stream } from '../../src/simulate/draws/types.ts';
import { type Run, runCase, simulate } from '../../src/simulate/index.ts';

/** A study of sources, checked, compiled, and computed without draws; no run if a number of it is not finite. */
export function centralRun(sources: Sources): {
  readonly checked: Checked;
  readonly study: Study;
  readonly plan: Plan;
  readonly run: Run | undefined;
} {
  const { value, diagnostics } = check(sources, []);
  const [checked] = value ?? [];
  const study = checked?.program.study;
  if (checked === undefined || study === undefined)
    throw new Error(printDiagnostics(diagnostics, textsOf(sources, []), plain));
  const plan = compile(checked, study.years, study.baseYear);
  return { checked, study, plan, run: simulate(checked.program, plan, study.cases, 1).value };
}

function number(stream: number, moment: number, draw: number): number {
  let mixed =
    Math.imul(stream + 1, 0x9e3779b1) ^ Math.imul(moment + 1, 0x85ebca6b) ^ Math.imul(draw + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  mixed ^= mixed >>> 15;
  return draw % 5 === 0 ? Math.trunc(mixed / 2 ** 28) / 8 : mixed / 2 ** 31;
}

/** Deviations from -1 to 1, some of them the same in several draws. */
export const mixedOf = ({ streams }: DrawPlan): Deviates => {
  return (stream, from, count, into, offset, stride) => {
    streams[stream]?.moments.forEach((_, moment) => {
      for (let draw = 0; draw < count; draw++)
        into[offset + moment * stride + draw] = number(stream, moment, from + draw);
    });
  };
};

/** Some of the inputs of every case uncertain, some of them anew each year. */
export function randomDrawPlan(
  draw: fc.GeneratorValue,
  nat: typeof fc.nat,
  run: Run,
  total: number,
): DrawPlan {
  const { plan, cases } = run;
  const streams: Stream[] = [];
  const drawn: DrawnCell[] = [];
  plan.slots.forEach(({ kind, cells, times, quantity }, slot) => {
    if (kind !== 'input') return;
    cells.forEach((_, cell) => {
      if (draw(nat, { max: 99 }) >= 40) return;
      const yearly = times > 1 && draw(nat, { max: 2 }) === 0;
      streams.push({
        name: quantity,
        key: [slot, cell],
        shape: { kind: 'normal', sd: 1 },
        moments: yearly ? plan.years : [0],
      });
      const weights = Array.from({ length: times }, () => draw(nat, { max: 16 }) / 4 - 2);
      drawn.push({ slot, cell, stream: streams.length - 1, weights });
    });
  });
  return { sampling: 'plain', seed: 1, total, streams, cases: cases.map(() => drawn) };
}

/**
 * The first case and some others of its scenario, each with another value of one of its inputs and perhaps another draw: they have
 * much in common. None if a number of one of them is not finite.
 */
export function withStrategies(
  draw: fc.GeneratorValue,
  nat: typeof fc.nat,
  run: Run,
  drawPlan: DrawPlan,
): { readonly run: Run; readonly drawPlan: DrawPlan } | undefined {
  const [first] = run.cases;
  const [drawn = []] = drawPlan.cases;
  if (first === undefined) return undefined;
  const names = [...first.case.inputs.keys()];
  const oneOf = (count: number): number => draw(nat, { max: Math.max(0, count - 1) });
  const others = Array.from({ length: 3 }, (_, index) => {
    const chosen = names[oneOf(names.length)];
    const inputs = [...first.case.inputs].map(
      ([name, input]) =>
        [
          name,
          name === chosen
            ? input.map((cell) => ({ ...cell, values: cell.values.map((value) => value / 2) }))
            : input,
        ] as const,
    );
    const strategy = { ...first.case.strategy, name: `Other ${index}` };
    return { ...first.case, strategy, inputs: new Map(inputs) };
  });
  const cases = [first, ...others.map((each) => runCase(run, each))];
  if (!cases.every(({ values }) => values.every(Number.isFinite))) return undefined;
  const own = others.map(() => {
    const [left, weighed] = [oneOf(3 * drawn.length), oneOf(3 * drawn.length)];
    return drawn
      .map((cell, index) =>
        index === weighed ? { ...cell, weights: cell.weights.map((weight) => weight / 4) } : cell,
      )
      .filter((_, index) => index !== left);
  });
  return { run: { ...run, cases }, drawPlan: { ...drawPlan, cases: [drawn, ...own] } };
}

/** Every cell of every quantity as an output of its own, in the order of the slots. */
export const allCells = ({
  plan,
  program,
}: Run): readonly (Output & { readonly slot: number; readonly cell: number })[] =>
  plan.slots.flatMap(({ quantity, cells }, slot) => {
    const base = program.quantities.get(quantity)?.over === 'base';
    return cells.map((_, cell) => ({
      over: base ? ('base' as const) : ('years' as const),
      code: [
        {
          kind: 'load' as const,
          slot,
          cell,
          time: base ? { kind: 'fixed' as const, index: 0 } : { kind: 'now' as const, lag: 0 },
        },
      ],
      slot,
      cell,
    }));
  });

/** All numbers of all draws of a case by the machine that walks stack programs: [slot][cell][year][draw]. */
export function plainDraws(run: Run, index: number, drawPlan: DrawPlan, deviates: Deviates): Float64Array {
  const each = run.cases[index];
  if (each === undefined) throw new Error(`no case ${index}`);
  const cells = drawPlan.cases[index] ?? [];
  return runCase({ ...run, draws: drawPlan.total }, each.case, { plan: drawPlan, deviates, cells }).values;
}
