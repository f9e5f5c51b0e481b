// What holds for every value that files give over years, and for every misspelt name.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, suggest } from '../../src/diagnostics/index.ts';
import { check } from '../../src/pipeline.ts';
import { type Points, valueAt } from '../../src/resolve/path.ts';
import { sourcesOf } from '../kit/memory.ts';
import { oneInput } from '../kit/one-input.ts';

const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });

/** A path of one to six years, in order. */
const pathOf = (values: fc.Arbitrary<number>) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 2000, max: 2060 }), values), {
      minLength: 1,
      maxLength: 6,
      selector: ([year]) => year,
    })
    .map((points) => points.toSorted(([a], [b]) => a - b));

const ends = (points: Points['points']): readonly [number, number] => [
  points[0]?.[0] ?? 0,
  points.at(-1)?.[0] ?? 0,
];

describe('paths', () => {
  const linear = pathOf(amount).map((points): Points => ({ points, between: 'linear' }));

  it('a path is exactly what it says in the years that it names', () => {
    fc.assert(
      fc.property(linear, fc.constantFrom('linear' as const, 'step' as const), ({ points }, between) => {
        for (const [year, value] of points) expect(valueAt({ points, between }, year)).toBe(value);
      }),
    );
  });

  it('between two years a path stays between their values, and moves one way', () => {
    fc.assert(
      fc.property(linear, ({ points, between }) => {
        for (const [index, [year, value]] of points.entries()) {
          const [nextYear, next] = points[index + 1] ?? [year, value];
          let before = value;
          for (let at = year; at <= nextYear; at++) {
            const here = valueAt({ points, between }, at) ?? Number.NaN;
            const slack = 1e-9 * Math.max(Math.abs(value), Math.abs(next));
            expect(here).toBeGreaterThanOrEqual(Math.min(value, next) - slack);
            expect(here).toBeLessThanOrEqual(Math.max(value, next) + slack);
            expect((here - before) * Math.sign(next - value)).toBeGreaterThanOrEqual(-slack);
            before = here;
          }
        }
      }),
    );
  });

  it('a stepped path keeps a value until the year of the next', () => {
    fc.assert(
      fc.property(pathOf(amount), fc.integer({ min: 2000, max: 2060 }), (points, year) => {
        const [first, last] = ends(points);
        const latest = points.filter(([at]) => at <= year).at(-1)?.[1];
        expect(valueAt({ points, between: 'step' }, year)).toBe(
          year < first || year > last ? undefined : latest,
        );
      }),
    );
  });

  it('outside its years a path has no value unless a file says how it goes on', () => {
    fc.assert(
      fc.property(linear, fc.integer({ min: 1, max: 30 }), (path, gap) => {
        const [first, last] = ends(path.points);
        expect(valueAt(path, first - gap)).toBeUndefined();
        expect(valueAt(path, last + gap)).toBeUndefined();
        const held: Points = { ...path, before: 'hold', after: 'hold' };
        expect(valueAt(held, first - gap)).toBe(path.points[0]?.[1]);
        expect(valueAt(held, last + gap)).toBe(path.points.at(-1)?.[1]);
      }),
    );
  });

  it('growth a year is the same share every year, before and after', () => {
    const rate = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(pathOf(positive), rate, fc.integer({ min: 0, max: 30 }), (points, growth, gap) => {
        const [first, last] = ends(points);
        const path: Points = { points, between: 'linear', before: growth, after: growth };
        for (const year of [last + gap, first - gap - 1]) {
          const grown = (valueAt(path, year + 1) ?? Number.NaN) / (valueAt(path, year) ?? Number.NaN);
          expect(grown).toBeCloseTo(1 + growth, 9);
        }
      }),
    );
  });
});

describe('splicing', () => {
  const YEARS = Array.from({ length: 31 }, (_, index) => 2020 + index);
  const spliced = fc
    .record({
      observed: fc.array(positive, { minLength: 1, maxLength: 6 }),
      provider: fc.tuple(positive, positive, positive),
      fade: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ observed, provider: [early, middle, late], fade }) => {
      const seen = observed.map((value, index): [number, number] => [2020 + index, value]);
      const last = 2019 + observed.length;
      return {
        seen,
        last,
        until: last + fade,
        provider: [
          [2020, early],
          [2035, middle],
          [2050, late],
        ] as const,
      };
    });

  const inputOf = (value: string): readonly number[] => {
    const { value: checked, diagnostics } = check(
      sourcesOf(oneInput('2020 to 2050', value), 'study.yaml'),
      [],
    );
    const cell = checked?.[0]?.program.study?.cases[0]?.inputs.get('price')?.[0];
    if (cell === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
    return cell.values;
  };
  const spell = (points: readonly (readonly [number, number])[]): string =>
    `{ ${points.map(([year, value]) => `${year}: ${value}`).join(', ')} }`;

  it('observed years are kept, the provider rules from the last year of the splice on, and the gap only closes', () => {
    fc.assert(
      fc.property(spliced, ({ seen, last, until, provider }) => {
        const values = inputOf(
          `{ observed: ${spell(seen)}, then: { path: ${spell(provider)} }, splice: { until: ${until} } }`,
        );
        const published = YEARS.map(
          (year) => valueAt({ points: provider, between: 'linear' }, year) ?? Number.NaN,
        );
        const at = (year: number): number => values[year - 2020] ?? Number.NaN;
        const gap = (year: number): number => at(year) / (published[year - 2020] ?? Number.NaN) - 1;
        for (const [year, value] of seen) expect(at(year)).toBe(value);
        for (const year of YEARS.filter((each) => each >= until))
          expect(at(year)).toBe(published[year - 2020]);
        for (let year = last; year < until; year++) {
          const slack = 1e-9 * Math.max(1, Math.abs(gap(last)));
          expect(Math.abs(gap(year + 1))).toBeLessThanOrEqual(Math.abs(gap(year)) + slack);
          expect(gap(year + 1) * gap(last)).toBeGreaterThanOrEqual(-slack);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('without a splice the provider follows at once, and its whole path is kept beside it', () => {
    fc.assert(
      fc.property(spliced, ({ seen, last, provider }) => {
        const values = inputOf(`{ observed: ${spell(seen)}, then: { path: ${spell(provider)} } }`);
        for (const [index, year] of YEARS.entries())
          if (year > last) expect(values[index]).toBe(valueAt({ points: provider, between: 'linear' }, year));
      }),
      { numRuns: 20 },
    );
  });
});

describe('did you mean', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz_');
  const name = fc.string({ unit: letter, minLength: 4, maxLength: 24 });

  /** One letter left out, put in, taken for another, or swapped with its neighbour. */
  const slipped = fc
    .tuple(name, fc.nat(), letter, fc.constantFrom('out', 'in', 'other', 'swap'))
    .map(([right, place, other, slip]) => {
      const at = place % right.length;
      const [before, here, after] = [right.slice(0, at), right.charAt(at), right.slice(at + 1)];
      const wrong = {
        out: before + after,
        in: before + other + here + after,
        other: before + other + after,
        swap: before + after.charAt(0) + here + after.slice(1),
      }[slip];
      return { right, wrong: wrong ?? right };
    });

  it('a single slip in a name of four letters or more is always recognised', () => {
    fc.assert(
      fc.property(slipped, fc.array(name, { maxLength: 20 }), ({ right, wrong }, others) => {
        const rivals = others.filter((other) => distance(wrong, other) <= 1);
        fc.pre(wrong !== right && rivals.every((other) => other === right));
        expect(suggest(wrong, [...others, right])).toBe(right);
        expect(suggest(wrong.toUpperCase(), [right, ...others])).toBe(right);
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the known names changes no suggestion', () => {
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 10 }), (written, known) => {
        expect(suggest(written, known)).toBe(suggest(written, known.toReversed()));
      }),
    );
  });
});
