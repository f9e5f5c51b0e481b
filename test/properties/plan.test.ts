// The plan, which is fast, against the naive interpreter, which is plain: every number of every case, to the last bit.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checked } from '../../src/check/index.ts';
import { textsOf } from '../../src/checking.ts';
import { compile } from '../../src/compile/index.ts';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import type { Sources } from '../../src/load/index.ts';
import { check } from '../../src/pipeline.ts';
import { cellsOf, type Study } from '../../src/resolve/index.ts';
import { interpret, position, simulate } from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';
import { randomProject } from '../kit/programs.ts';
import { loadBoard } from '../kit/project.ts';

function checkedStudy(sources: Sources): { readonly checked: Checked; readonly study: Study } {
  const { value, diagnostics } = check(sources, []);
  const [checked] = value ?? [];
  const study = checked?.program.study;
  if (checked === undefined || study === undefined)
    throw new Error(printDiagnostics(diagnostics, textsOf(sources, []), plain));
  return { checked, study };
}

/** Compares every formula of every case; returns how many numbers were compared. */
function compare(sources: Sources): number {
  const { checked, study } = checkedStudy(sources);
  const { quantities, sets } = checked.program;
  const plan = compile(checked, study.years, study.baseYear);
  const { value: run, diagnostics } = simulate(checked.program, plan, study.cases, 1);
  let compared = 0;
  let finite = true;
  for (const [index, each] of study.cases.entries()) {
    const interpreter = interpret(checked.program, {
      years: study.years,
      baseIndex: plan.baseIndex,
      input: (name, cell, time) => {
        const at = cellsOf(quantities.get(name)?.sets ?? [], sets).findIndex(
          (key) => key.join() === cell.join(),
        );
        const values = each.inputs.get(name)?.[at]?.values;
        return values?.[values.length === 1 ? 0 : time] ?? Number.NaN;
      },
    });
    for (const [slot, { quantity, kind, cells, times }] of plan.slots.entries()) {
      if (kind !== 'formula') continue;
      for (const [cell, key] of cells.entries())
        for (let time = 0; time < times; time++) {
          const plainly = interpreter.value(quantity, key, time);
          finite &&= Number.isFinite(plainly);
          if (run === undefined) continue;
          const planned = run.cases[index]?.values[position(run, slot, cell, time)];
          if (!Object.is(planned, plainly))
            expect({ quantity, key, time, value: planned }).toEqual({ quantity, key, time, value: plainly });
          compared++;
        }
    }
  }
  // A run stops if and only if some number is not finite; nothing else can be wrong with these.
  expect(run === undefined, diagnostics.map(({ message }) => message).join('; ')).toBe(!finite);
  return compared;
}

describe('the plan', () => {
  it('gives every number of the real study as the formulas say it, bit for bit', async () => {
    expect(compare(await loadBoard())).toBeGreaterThan(10_000);
  });

  it('gives every number of random programs as the formulas say it, bit for bit', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        compared += compare(sourcesOf(randomProject(draw), 'study.yaml'));
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
