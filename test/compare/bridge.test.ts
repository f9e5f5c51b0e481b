// Bridges between two runs: the steps sum to the whole difference, are what they are in every order of the changes, and turn with the direction.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shares } from '../../src/explain/compare/shapley.ts';
import { type Bridge, type Comparison, MOST_EXACT } from '../../src/explain/index.ts';
import { load, type Sources } from '../../src/load/index.ts';
import { compare } from '../../src/questions.ts';
import { sourcesOf, withTexts } from '../kit/memory.ts';
import { randomProject } from '../kit/programs.ts';

const GOLDEN = new URL('../golden/project/', import.meta.url).pathname;
const bakery = (await load(['scenarios/bakery/study.yaml'], { cwd: GOLDEN })).value;

/** The bakery with texts replaced, each of which must be there. */
function edited(...edits: readonly (readonly [path: string, from: string, to: string])[]): Sources {
  const texts = new Map([...bakery.files].map(([path, { text }]) => [path, text]));
  for (const [short, from, to] of edits) {
    const path = `scenarios/${short}.yaml`;
    const text = texts.get(path);
    if (!text?.includes(from)) throw new Error(`${path} has no ${from}`);
    texts.set(path, text.replace(from, to));
  }
  return withTexts(bakery, texts);
}

function compared(before: Sources, after: Sources, overrides: readonly string[] = []): Comparison {
  const found = compare({ sources: before, overrides: [] }, { sources: after, overrides });
  if (found.value === undefined) throw new Error(JSON.stringify([...found.before, ...found.after], null, 2));
  return found.value;
}

const sizeOf = ({ before, after, steps }: Bridge): number =>
  Math.max(1e-300, Math.abs(before), Math.abs(after), ...steps.map(({ amount }) => Math.abs(amount)));

function expectSums(bridges: readonly Bridge[]): void {
  for (const bridge of bridges) {
    const sum = bridge.steps.reduce((total, { amount }) => total + amount, 0);
    expect(Math.abs(sum - bridge.difference) / sizeOf(bridge)).toBeLessThan(1e-9);
  }
}

const keyOf = ({ headline, scenario, strategy, year }: Bridge): string =>
  [headline, scenario, strategy, year].join(' ');

/** Every step of the one is `sign` times that of the other. */
function expectSteps(bridges: readonly Bridge[], others: readonly Bridge[], sign: 1 | -1): void {
  const found = new Map(others.map((other) => [keyOf(other), other]));
  expect(found.size).toBe(bridges.length);
  for (const bridge of bridges) {
    const other = found.get(keyOf(bridge));
    const steps = (of: Bridge | undefined) =>
      new Map(of?.steps.map((step) => [step.quantity ?? step.kind, step.amount]));
    const theirs = steps(other);
    for (const [name, amount] of steps(bridge))
      expect(Math.abs(amount - sign * (theirs.get(name) ?? 0)) / sizeOf(bridge)).toBeLessThan(1e-9);
  }
}

/** A project, and the same after some years: values, and sometimes formulas, are others. */
const pairs = fc.gen().map((draw) => {
  const before = new Map(randomProject(draw));
  // A headline adds up its elements, which not every quantity with sets may.
  const declared = /^ {2}(formula_\d_\d): \{ about: Drawn, unit: [^,]*, over/gm;
  const names = [...before.values()]
    .flatMap((text) => [...text.matchAll(declared)].map(([, name]) => name))
    .slice(-4);
  const study = (before.get('study.yaml') ?? '').replace('headlines: []', `headlines: [${names.join(', ')}]`);
  before.set('study.yaml', study);
  const after = new Map(before);
  const company = (before.get('company.yaml') ?? '').split('\nvalues:\n');
  const values = (company[1] ?? '')
    .split('\n')
    .map((line) =>
      draw(fc.nat, { max: 99 }) < 25
        ? line.replaceAll(/(?<=: )-?\d+(?:\.\d+)?(?= |,|$| ?})/g, () =>
            String(draw(fc.integer, { min: -40, max: 400 }) / 8),
          )
        : line,
    );
  after.set('company.yaml', [company[0], values.join('\n')].join('\nvalues:\n'));
  if (draw(fc.nat, { max: 99 }) < 50)
    after.set(
      'model_0.yaml',
      (before.get('model_0.yaml') ?? '').replace(/is: '([^']*)'/, "is: '($1) * (1 + 1)'"),
    );
  return { before: sourcesOf(before, 'study.yaml'), after: sourcesOf(after, 'study.yaml') };
});

describe('bridges between random studies', () => {
  it('sum to the difference, and are negative the other way round', () => {
    const methods = new Map<string, number>();
    const groups = new Set<number>();
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const found = compare({ sources: before, overrides: [] }, { sources: after, overrides: [] });
        // A study whose numbers are not finite has no run.
        if (found.value === undefined)
          throw new Error(
            JSON.stringify(
              [...found.before, ...found.after].filter((d) => d.severity === 'error').slice(0, 3),
            ),
          );
        const bridges = found.value?.bridges ?? [];
        expectSums(bridges);
        const exact = bridges.filter(({ method }) => method === 'exact');
        const back = compared(after, before).bridges;
        expectSteps(
          exact,
          back.filter((one) => exact.some((other) => keyOf(one) === keyOf(other))),
          -1,
        );
        for (const { method, steps } of bridges) {
          methods.set(method, (methods.get(method) ?? 0) + 1);
          groups.add(steps.length);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(methods.get('exact')).toBeGreaterThan(60);
    expect(groups.size).toBeGreaterThan(3);
  });
});

describe('bridges of the bakery', () => {
  const changes = [
    ['bakery/company', 'bread: 1200 t', 'bread: 1500 t'],
    ['bakery/early', '40 GBP_2023/MWh', '60 GBP_2023/MWh'],
    ['bakery/electric', '2026: 70 %', '2026: 90 %'],
    ['reference/money', 'is: 0.87', 'is: 0.875'],
    ['models/costs', 'is: emissions * carbon_price', 'is: (emissions + emissions[base]) * carbon_price'],
    [
      'bakery/company',
      'pastry: { title: { en: Pastry, zh: 糕点 }, flour_class: fine }',
      'pastry: { title: { en: Pastry, zh: 糕点 }, flour_class: plain }',
    ],
  ] as const;

  it('split evenly what two changes do together, as by hand', () => {
    const after = edited(
      ['bakery/company', 'bread: 600 kWh/t', 'bread: 700 kWh/t'],
      ['bakery/early', '40 GBP_2023/MWh', '50 GBP_2023/MWh'],
    );
    const bridge = compared(bakery, after).bridges.find(
      (one) => keyOf(one) === 'baking_cost Early action As it is 2024',
    );
    // Gas of 2024: (1200 t x 0.6 MWh/t + 300 t x 0.9 MWh/t) x 1.05 x 90 % = 935.55 MWh before, 1048.95 MWh after;
    // its price rises by 10 GBP/MWh on the mean of the two, 992.25 MWh.
    const price = bridge?.steps.find(({ quantity }) => quantity === 'gas_price');
    expect(price?.amount).toBeCloseTo(9.9225, 9);
    expect(bridge?.steps.map(({ quantity }) => quantity)).toEqual(['gas_price', 'heat_per_tonne']);
    expectSums([bridge].filter((one) => one !== undefined));
  });

  it('are the same however the files order what they say', () => {
    const change = [
      ['bakery/company', 'bread: 600 kWh/t', 'bread: 700 kWh/t'],
      ['bakery/early', '40 GBP_2023/MWh', '50 GBP_2023/MWh'],
      ['bakery/company', 'electric_share: 10 %', 'electric_share: 20 %'],
    ] as const;
    const gas =
      '  gas_price: { path: { 2023: 50 GBP_2023/MWh }, after: hold, assumed: the last bill, confidence: medium }\n';
    const share = '  electric_share: 20 %\n';
    const turned = edited(
      ...change,
      ['bakery/early', gas, ''],
      ['bakery/early', 'values:\n', `values:\n${gas}`],
      ['bakery/company', share, ''],
      ['bakery/company', 'values:\n', `values:\n${share}`],
    );
    expectSteps(compared(bakery, edited(...change)).bridges, compared(bakery, turned).bridges, 1);
  });

  it('leave rates alone what they do not reach, and take what they do', () => {
    const { bridges, inputs } = compared(bakery, edited(['reference/money', 'is: 0.87', 'is: 0.875']));
    expect(inputs.map(({ quantity, before, after }) => [quantity, before?.values, after?.values])).toEqual([
      ['exchange rate EUR to GBP 2023', [{ value: 0.87 }], [{ value: 0.875 }]],
    ]);
    const cost = bridges.filter(({ headline }) => headline === 'baking_cost');
    for (const { steps, difference } of cost) {
      expect(steps.map(({ kind }) => kind)).toEqual(['money']);
      expect(difference).toBeGreaterThan(0);
    }
    expect(
      bridges.filter(({ headline }) => headline === 'emissions').every(({ steps }) => steps.length === 0),
    ).toBe(true);
  });

  it('take a file that says that a value does not spread for one that says nothing', () => {
    const price = 'power_price: { is: 100 GBP_2023/MWh, ';
    expect(compared(bakery, edited(['bakery/early', price, `${price}spread: none, `])).inputs).toEqual([]);
  });

  it('sum with changes of values, rates, formulas and sets, in every combination of them', () => {
    for (let mask = 1; mask < 2 ** changes.length; mask += 9) {
      const after = edited(...changes.filter((_, index) => (mask >> index) & 1));
      const { bridges } = compared(bakery, after);
      expect(bridges.length).toBe(2 * 2 * (3 + 3 + 1));
      expectSums(bridges);
      expectSteps(bridges, compared(after, bakery).bridges, -1);
    }
  });
});

describe('shares of changes', () => {
  /** A game of products: every subset has an effect of its own. */
  const game = (weights: readonly number[]) => (made: Uint8Array) => {
    let product = 1;
    let sum = 0;
    for (const [index, weight] of weights.entries())
      if (made[index] === 1) {
        product *= 1 + weight / 10;
        sum += weight * index;
      }
    return [product * 100 + sum, Math.max(0, sum - product)];
  };
  const weightsOf = (count: number) =>
    fc.array(fc.integer({ min: -9, max: 20 }), { minLength: count, maxLength: count });
  const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
    items.length < 2
      ? [items]
      : items.flatMap((item) =>
          permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
        );

  it('are the mean over all orders', () => {
    fc.assert(
      fc.property(weightsOf(5), (weights) => {
        const orders = permutations([0, 1, 2, 3, 4]);
        const means = weights.map(() => 0);
        for (const order of orders) {
          const made = new Uint8Array(5);
          for (const group of order) {
            const [before = 0] = game(weights)(made);
            made[group] = 1;
            means[group] = (means[group] ?? 0) + ((game(weights)(made)[0] ?? 0) - before) / orders.length;
          }
        }
        const found = shares(5, 2, game(weights))?.amounts ?? [];
        for (const [group, mean] of means.entries()) expect(found[group]?.[0]).toBeCloseTo(mean, 8);
      }),
      { numRuns: 20 },
    );
  });

  it('are sampled beyond what can be computed, sum all the same, and lie within their stated errors', () => {
    // Two idle groups make the game too large without changing the shares of the others.
    const count = MOST_EXACT + 2;
    const weights = Array.from({ length: count }, (_, index) => (index < 10 ? ((index * 7) % 13) - 4 : 0));
    const [all, some] = [shares(10, 2, game(weights.slice(0, 10))), shares(count, 2, game(weights))];
    const whole = game(weights)(new Uint8Array(count).fill(1));
    const nothing = game(weights)(new Uint8Array(count));
    expect(some?.orders).toBeGreaterThan(100);
    for (const each of [0, 1]) {
      const sum = (some?.amounts ?? []).reduce((total, amounts) => total + (amounts[each] ?? 0), 0);
      expect(sum).toBeCloseTo((whole[each] ?? 0) - (nothing[each] ?? 0), 8);
      for (let group = 0; group < 10; group++) {
        const error = some?.errors?.[group]?.[each] ?? 0;
        expect(
          Math.abs((some?.amounts[group]?.[each] ?? 0) - (all?.amounts[group]?.[each] ?? 0)),
        ).toBeLessThan(5 * error + 1e-9);
      }
    }
  });

  it('are none where a combination has no number', () => {
    expect(shares(2, 1, (made) => [made[0] === 1 && made[1] === 0 ? Number.NaN : 1])).toBeUndefined();
  });
});
