// What a draw depends on, bit for bit: its seed, its input, its element and its number, and nothing else.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorOf, nearestCorrelation, normalCorrelation, rankOf } from '../../src/resolve/correlation.ts';
import type { Sampling, Shape } from '../../src/resolve/index.ts';
import { streamKey } from '../../src/simulate/draws/key.ts';
import { deviates, type Stream } from '../../src/simulate/index.ts';
import { correlation, draw, mean, planOf, rankCorrelation, ranks, stream, YEARS } from '../kit/draws.ts';

const samplings: readonly Sampling[] = ['plain', 'latin_hypercube', 'sobol'];
const none = new Float64Array();

const end = fc.double({ min: 0.01, max: 5, noNaN: true });
const shapes: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('triangular' as const, 'pert' as const, 'uniform' as const),
    low: end.map((number) => -number),
    high: end,
  }),
  fc.record({ kind: fc.constantFrom('normal' as const, 'lognormal' as const), sd: end }),
  fc.record({
    kind: fc.constant('mean_reverting' as const),
    sd: end,
    persistence: fc.double({ min: 0, max: 0.99, noNaN: true }),
    known: fc.integer({ min: 0, max: YEARS.length }),
  }),
);

describe.each(samplings)('%s', (sampling) => {
  it('another input changes no draw of the others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 4 }), shapes, (names, shape) => {
        const all = names.map((name) => stream(name, shape));
        const settings = { sampling, total: 50 };
        const [alone] = draw(planOf(all.slice(-1), settings));
        expect(draw(planOf(all, settings)).at(-1)).toEqual(alone);
      }),
      { numRuns: 30 },
    );
  });

  it('any block holds the same numbers', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 8 }),
        (shape, sizes) => {
          const total = sizes.reduce((sum, size) => sum + size);
          const plan = planOf([stream('x', shape)], { sampling, total });
          const [whole] = draw(plan);
          const { length } = plan.streams[0]?.moments ?? [];
          const parts = new Float64Array(length * total);
          const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size));
          // Backwards, each block by a worker of its own.
          for (const [index, size] of [...sizes.entries()].reverse()) {
            const from = (ends[index] ?? 0) - size;
            deviates(plan)(0, from, size, parts, from, total);
          }
          expect(parts).toEqual(whole);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('lies inside its ends, and is a number, whatever the shape', () => {
    fc.assert(
      fc.property(shapes, fc.nat({ max: 2 ** 32 - 1 }), (shape, seed) => {
        const [numbers = none] = draw(planOf([stream('x', shape)], { sampling, total: 64, seed }));
        const [low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY] =
          'high' in shape ? [shape.low, shape.high] : [];
        for (const number of numbers) {
          expect(number).toBeGreaterThanOrEqual(low);
          expect(number).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it('another seed, input, element or year gives other numbers', () => {
    const shape: Shape = { kind: 'uniform', low: -1, high: 1 };
    const keys = [streamKey('a', []), streamKey('b', []), streamKey('a', ['b']), streamKey('a', ['b', 'c'])];
    const streams = keys.map((key): Stream => ({ ...stream('a', shape), key }));
    const later: Stream = { ...stream('a', shape), moments: [2024] };
    const found = [
      ...draw(planOf([...streams, later], { sampling, total: 1000 })),
      ...draw(planOf([stream('a', shape)], { sampling, total: 1000, seed: 2027 })),
    ];
    for (const [index, one] of found.entries())
      for (const other of found.slice(index + 1))
        expect(Math.abs(correlation(one, other))).toBeLessThan(5 / Math.sqrt(1000));
  });
});

describe('the number of draws', () => {
  const uniform = stream('x', { kind: 'uniform', low: 0, high: 1 });
  it.each(['plain', 'sobol'] as const)('%s: a longer run begins with the shorter one', (sampling) => {
    const [short = none] = draw(planOf([uniform], { sampling, total: 1000 }));
    const [long = none] = draw(planOf([uniform], { sampling, total: 100_000 }));
    expect(long.slice(0, 1000)).toEqual(short);
  });
  it.each([
    1, 2, 3, 7, 100, 1000, 4096, 99_991,
  ])('latin_hypercube: one draw in each of %i strata', (total) => {
    const [numbers = none] = draw(planOf([uniform], { sampling: 'latin_hypercube', total }));
    const strata = numbers.map((number) => Math.floor(number * total)).sort();
    expect(strata.every((stratum, index) => stratum === index)).toBe(true);
  });
  it('latin_hypercube: every order of the strata is as likely', () => {
    const total = 5;
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 12_000; seed++) {
      const [numbers = none] = draw(planOf([uniform], { sampling: 'latin_hypercube', total, seed }));
      const order = numbers.map((number) => Math.floor(number * total)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    // 120 orders, 100 of each expected: chi square with 119 degrees of freedom is above 190 once in 30,000.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect(counts.size).toBe(120);
    expect(chi).toBeLessThan(190);
  });
  it('sobol: every power of two of draws has one in each equal part', () => {
    const [numbers = none] = draw(planOf([uniform], { sampling: 'sobol', total: 4096 }));
    for (let total = 1; total <= 4096; total *= 2) {
      const parts = numbers.slice(0, total).map((number) => Math.floor(number * total));
      expect(new Set(parts).size).toBe(total);
    }
  });
  it('strata and sequences tell a mean more closely than plain draws', () => {
    const error = (sampling: Sampling): number =>
      Math.max(
        ...Array.from({ length: 20 }, (_, seed) => {
          const [numbers = none] = draw(planOf([uniform], { sampling, total: 1024, seed }));
          return Math.abs(mean(numbers) - 0.5);
        }),
      );
    expect(error('latin_hypercube')).toBeLessThan(error('plain') / 20);
    expect(error('sobol')).toBeLessThan(error('plain') / 20);
  });
});

/** Streams whose normal numbers are mixed by the factor of their rank correlations. */
function correlated(
  names: readonly string[],
  pairs: ReadonlyMap<string, number>,
  shape: Shape,
): readonly Stream[] {
  const matrix = names.map((one) =>
    names.map((other) =>
      one === other
        ? 1
        : normalCorrelation(pairs.get(`${one} ${other}`) ?? pairs.get(`${other} ${one}`) ?? 0),
    ),
  );
  return (factorOf(matrix) ?? []).map((row, index) =>
    stream(
      names[index] ?? '',
      shape,
      index === 0 ? undefined : row.map((weight, at) => ({ key: streamKey(names[at] ?? '', []), weight })),
    ),
  );
}

describe('correlations', () => {
  const pairs = new Map([
    ['a b', 0.6],
    ['b c', -0.4],
    ['a c', 0.2],
  ]);
  it.each([
    { kind: 'triangular', low: -1, high: 3 },
    { kind: 'pert', low: 0, high: 3 },
    { kind: 'lognormal', sd: 0.5 },
    { kind: 'normal', sd: 0.5, low: -0.2, high: 1 },
  ] satisfies Shape[])('ranks of $kind draws are correlated as stated', (shape) => {
    const [a = none, b = none, c = none] = draw(
      planOf(correlated(['a', 'b', 'c'], pairs, shape), { total: 40_000 }),
    );
    const error = 4 / Math.sqrt(40_000);
    expect(Math.abs(rankCorrelation(a, b) - 0.6)).toBeLessThan(error);
    expect(Math.abs(rankCorrelation(b, c) + 0.4)).toBeLessThan(error);
    expect(Math.abs(rankCorrelation(a, c) - 0.2)).toBeLessThan(error);
  });
  it('shocks of every year are correlated as stated', () => {
    const shape: Shape = { kind: 'mean_reverting', sd: 0.3, persistence: 0.7, known: 1 };
    const total = 20_000;
    const [a = none, b = none] = draw(planOf(correlated(['a', 'b'], pairs, shape), { total }));
    for (let year = 1; year < YEARS.length; year++) {
      const [one, other] = [a, b].map((each) => each.slice(year * total, (year + 1) * total));
      expect(Math.abs(rankCorrelation(one ?? none, other ?? none) - 0.6)).toBeLessThan(4 / Math.sqrt(total));
    }
  });
  it('the first member keeps its draws, and new members change none before them', () => {
    const shape: Shape = { kind: 'triangular', low: -1, high: 2 };
    const [alone] = draw(planOf([stream('a', shape)]));
    const two = draw(planOf(correlated(['a', 'b'], pairs, shape)));
    const three = draw(planOf(correlated(['a', 'b', 'c'], pairs, shape)));
    expect(two[0]).toEqual(alone);
    expect(three.slice(0, 2)).toEqual(two);
  });
  it('a rank of 1 moves both alike', () => {
    const shape: Shape = { kind: 'uniform', low: 0, high: 1 };
    const [a = none, b = none] = draw(
      planOf(correlated(['a', 'b'], new Map([['a b', 1]]), shape), { total: 500 }),
    );
    expect(ranks(b)).toEqual(ranks(a));
  });
  it('a matrix that cannot be has a nearest one that can, also with its ranks rounded', () => {
    const rank = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 6 }),
        fc.array(rank, { minLength: 15, maxLength: 15 }),
        (size, entries) => {
          const at = (row: number, column: number): number =>
            entries[(Math.max(row, column) * (Math.max(row, column) - 1)) / 2 + Math.min(row, column)] ?? 0;
          const matrix = Array.from({ length: size }, (_, row) =>
            Array.from({ length: size }, (_, column) => (row === column ? 1 : at(row, column))),
          );
          if (factorOf(matrix) !== undefined) return;
          const offered = nearestCorrelation(matrix).map((line, row) =>
            line.map((value, column) => (row === column ? 1 : normalCorrelation(rankOf(value)))),
          );
          expect(factorOf(offered)).toBeDefined();
        },
      ),
    );
  });
  it('a rank of r is a normal correlation of 2 sin(pi r / 6)', () => {
    for (const rank of [-1, -0.7, -0.1, 0, 0.3, 0.6, 1])
      expect(normalCorrelation(rank)).toBeCloseTo(2 * Math.sin((Math.PI * rank) / 6), 15);
    expect([normalCorrelation(-1), normalCorrelation(1)]).toEqual([-1, 1]);
  });
  it('the nearest of three that contradict each other is the known one', () => {
    // Higham (2002), section 4: the nearest to ones beside the diagonal and zeros in the corners.
    const nearest = nearestCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    expect(nearest[0]?.[1]).toBeCloseTo(0.7607, 2);
    expect(nearest[0]?.[2]).toBeCloseTo(0.1573, 2);
  });
});
