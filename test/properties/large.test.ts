// Programs as long as nobody writes them: what follows chains of formulas must not call itself once a formula.

import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/index.ts';
import { run } from '../../src/pipeline.ts';
import { sourcesOf } from '../kit/memory.ts';
import { oneInput } from '../kit/one-input.ts';

const LENGTH = 6000;

/** Formulas in the order of `names`, each reading the one after it; the last one reads the price. */
function chain(lagged: boolean): string {
  const formula = (index: number): string => {
    const next = index + 1 === LENGTH ? 'price' : `step_${index + 1}`;
    const back = lagged && index + 1 === LENGTH ? 'price + step_0[year - 1]' : next;
    const first = back === next ? '' : ', first: price';
    return `  step_${index}: { about: A step, unit: 1, is: '${back}'${first} }`;
  };
  return [
    'model: chain',
    'about: A long chain',
    'inputs:',
    '  price: { about: A price, unit: 1, set_by: scenario }',
    'formulas:',
    ...Array.from({ length: LENGTH }, (_, index) => formula(index)),
    'examples:',
    `  whole: { with: { ${lagged ? 'step_1' : 'price'}: 2 }, expect: { step_0: 2 } }`,
    '',
  ].join('\n');
}

function endOf(lagged: boolean): readonly number[] | undefined {
  const files = new Map([...oneInput('2020 to 2022', '2'), ['model.yaml', chain(lagged)]]);
  const { value, diagnostics } = run(sourcesOf(files, 'study.yaml'), []);
  expect(hasErrors(diagnostics), diagnostics.map(({ message }) => message).join('; ')).toBe(false);
  return value?.series.find(({ quantity }) => quantity === 'step_0')?.values;
}

describe(`${LENGTH} formulas, each reading the next`, () => {
  it('are ordered and computed, and tried by an example', () => {
    expect(endOf(false)).toEqual([2, 2, 2]);
  });
  it('are ordered within the year where they form a loop over years', () => {
    expect(endOf(true)).toEqual([2, 4, 6]);
  });
});
