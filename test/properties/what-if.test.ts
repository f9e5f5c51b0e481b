// One input changed at a time against the whole study computed again with it: the same numbers to the last bit, and as before after it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import { check } from '../../src/pipeline.ts';
import type { Case, Study } from '../../src/resolve/index.ts';
import { centralValues, graphOf, numberAt, simulate, wantedFor, whatIf } from '../../src/simulate/index.ts';
import { loadBoard } from '../kit/project.ts';

const [checked] = check(await loadBoard(), []).value ?? [];
const study = checked?.program.study;
if (checked === undefined || study === undefined) throw new Error('the real study cannot be checked');
const { program } = checked;
const plan = compile(checked, study.years, study.baseYear);
const graph = graphOf(plan);

/** The numbers that the whole plan gives for a case. */
const whole = (each: Case): Float64Array => {
  const { value } = simulate({ ...program, models: [] }, { ...plan, conditions: [] }, [each], 1);
  const [run] = value?.cases ?? [];
  if (run === undefined) throw new Error('the case cannot be computed');
  return run.values;
};

/** The case with one cell of one input multiplied. */
const multiplied = (each: Case, name: string, cell: number, factor: number): Case => ({
  ...each,
  inputs: new Map(
    [...each.inputs].map(([input, cells]) => [
      input,
      input === name
        ? cells.map((one, index) =>
            index === cell ? { ...one, values: one.values.map((value) => value * factor) } : one,
          )
        : cells,
    ]),
  ),
});

/** Every cell of the plan. */
const CELLS = plan.slots.flatMap(({ cells }, slot) => cells.map((_, cell) => ({ slot, cell })));

const ALL = wantedFor(
  graph,
  CELLS.flatMap((place) => study.years.map((_, time) => ({ ...place, time }))),
);

/** To the last bit; thousands of numbers at once, so only the first that differs is shown. */
function same(numbers: Float64Array, expected: Float64Array): void {
  const at = numbers.findIndex((number, index) => !Object.is(number, expected[index]));
  expect(at < 0 ? [] : [at, numbers[at]]).toEqual(at < 0 ? [] : [at, expected[at]]);
}

const cellOf = ({ cases }: Study, at: number): { readonly name: string; readonly cell: number } => {
  const all = [...(cases[0]?.inputs ?? [])].flatMap(([name, cells]) =>
    cells.map((_, cell) => ({ name, cell })),
  );
  const found = all[at % all.length];
  if (found === undefined) throw new Error('a study without inputs');
  return found;
};

describe('what follows from one input', () => {
  it('central numbers are those of the plan', () => {
    for (const each of study.cases) same(centralValues(graph, each), whole(each));
  });
  it('is what the whole plan gives, in all years and in those asked for', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat({ max: study.cases.length - 1 }),
        fc.constantFrom(0.98, 1.01, 1.02),
        fc.uniqueArray(fc.nat({ max: study.years.length - 1 }), { minLength: 1, maxLength: 4 }),
        (at, index, factor, times) => {
          const each = study.cases[index];
          const { name, cell } = cellOf(study, at);
          const slot = plan.slotOf.get(name);
          const resolved = each?.inputs.get(name)?.[cell];
          if (each === undefined || slot === undefined || resolved === undefined) throw new Error('no input');
          const expected = whole(multiplied(each, name, cell, factor));
          const values = centralValues(graph, each);
          const before = values.slice();
          const change = { slot, cell, numbers: resolved.values.map((value) => value * factor) };
          whatIf(graph, values, change, ALL, (changed) => same(changed, expected));
          same(values, before);
          const spots = CELLS.flatMap((place) => times.map((time) => ({ ...place, time })));
          const numbers = (from: Float64Array) => spots.map((spot) => numberAt(graph, from, spot, spot.time));
          whatIf(graph, values, change, wantedFor(graph, spots), (changed) =>
            expect(numbers(changed)).toEqual(numbers(expected)),
          );
          same(values, before);
          const moved = spots.filter((spot) => graph.behind([spot]).has(graph.id(change)));
          const one = moved[at % moved.length];
          if (one === undefined) throw new Error('a change moves its own cell');
          const number = (from: Float64Array) => numberAt(graph, from, one, one.time);
          whatIf(graph, values, change, wantedFor(graph, [one]), (changed) =>
            expect(number(changed)).toBe(number(expected)),
          );
          same(values, before);
        },
      ),
      { numRuns: 20 },
    );
  });
});
