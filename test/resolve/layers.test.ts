// What later layers make of earlier ones: delays, overrides of the command line, values that every element shares.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/pipeline.ts';
import { cellsOf, type ResolvedCell } from '../../src/resolve/index.ts';
import { sourcesOf } from '../kit/memory.ts';
import { oneInput } from '../kit/one-input.ts';

/** The cells of an input of the one case, by the ids of their elements. */
function cellsIn(
  files: ReadonlyMap<string, string>,
  name: string,
  overrides: readonly string[] = [],
): ReadonlyMap<string, ResolvedCell> {
  const { value, diagnostics } = check(sourcesOf(files, 'study.yaml'), overrides);
  const program = value?.[0]?.program;
  const cells = program?.study?.cases[0]?.inputs.get(name);
  if (program === undefined || cells === undefined)
    throw new Error(diagnostics.map(({ message }) => message).join('; '));
  const keys = cellsOf(program.quantities.get(name)?.sets ?? [], program.sets);
  return new Map(cells.map((cell, index) => [(keys[index] ?? []).join(' '), cell]));
}

const valuesIn = (...inputs: Parameters<typeof cellsIn>): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries([...cellsIn(...inputs)].map(([key, { values }]) => [key, values[0]]));

describe('a delay', () => {
  const delayed = (price: string, delay: number): ResolvedCell | undefined => {
    const files = oneInput('2020 to 2026', price);
    const study = `${files.get('study.yaml')}values:\n  price: { delay: ${delay} year, assumed: late, confidence: low }\n`;
    return cellsIn(new Map([...files, ['study.yaml', study]]), 'price').get('');
  };

  it('holds the value of the first year for as long as it lasts', () => {
    const cell = delayed('{ path: { 2020: 1, 2026: 7 } }', 2);
    expect(cell?.values).toEqual([1, 1, 1, 2, 3, 4, 5]);
    expect(delayed('{ path: { 2020: 1, 2026: 7 } }', 0)?.values).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(delayed('{ path: { 2020: 1, 2026: 7 } }', 20)?.values).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('leaves observed years as they were, and holds the last of them', () => {
    const observed = '{ observed: { 2020: 1, 2022: 9 }, then: { path: { 2022: 3, 2026: 7 } } }';
    const cell = delayed(observed, 2);
    expect(cell?.values).toEqual([1, 5, 9, 9, 9, 4, 5]);
    expect(cell?.observedUntil).toBe(2022);
  });
});

const BASE = fileURLToPath(new URL('../errors/base/', import.meta.url));
const base = new Map(readdirSync(BASE).map((name) => [name, readFileSync(join(BASE, name), 'utf8')]));

function replaced(...changes: readonly (readonly [string, string, string])[]): ReadonlyMap<string, string> {
  const files = new Map(base);
  for (const [file, before, after] of changes) {
    const text = files.get(file) ?? '';
    if (!text.includes(before)) throw new Error(`${file} does not say ${before}`);
    files.set(file, text.replace(before, after));
  }
  return files;
}

describe('an override', () => {
  const sold = 'sold: { about: Metal sold, unit: t, by: [product, site], over: base, set_by: company }';
  const files = replaced(
    ['model.yaml', 'inputs:\n', `inputs:\n  ${sold}\n`],
    [
      'company.yaml',
      'values:\n',
      '  site: { about: Works, elements: { north: {}, "2030": {} } }\nvalues:\n  sold: { each: { all: { each: { all: 5 t } } } }\n',
    ],
  );
  const inTonnes = (override: string): Readonly<Record<string, number>> =>
    Object.fromEntries(
      [...cellsIn(files, 'sold', [override])].map(([key, { values }]) => [key, (values[0] ?? 0) / 1000]),
    );

  it('of an element of each set replaces one number', () => {
    const one = { 'rods north': 5, 'rods 2030': 5, 'plates north': 7, 'plates 2030': 5 };
    expect(inTonnes('sold[plates, north]=7 t')).toEqual(one);
    expect(inTonnes('sold[ north ,"plates" ]=7 t')).toEqual(one);
  });

  it('of one element replaces those of all elements of the other set, and a year in quotes is an element', () => {
    const year = { 'rods north': 5, 'rods 2030': 7, 'plates north': 5, 'plates 2030': 7 };
    expect(inTonnes('sold["2030"]=7 t')).toEqual(year);
  });
});

describe('an override of one year', () => {
  const observed =
    '{ observed: { 2020: 1, 2022: 9 }, then: { path: { 2022: 3, 2026: 7 }, proxy: another price }, note: as seen }';
  const cell = cellsIn(oneInput('2020 to 2026', observed), 'price', ['price[2025]=12']).get('');

  it('leaves the other years, and what is said of them, as they were', () => {
    expect(cell?.values).toEqual([1, 5, 9, 4, 5, 12, 7]);
    expect(cell?.origin).toMatchObject({ note: 'as seen', exceptions: [{ year: 2025 }] });
    expect(cell?.origin.written).toMatch(/; on the command line 2025: 12$/);
  });

  it('says of the year itself that the command line gives it', () => {
    const [exception] = cell?.origin.exceptions ?? [];
    expect(exception?.provenance).toMatchObject({ kind: 'assumed', why: 'set on the command line' });
  });
});

describe('what stands beside each', () => {
  it('holds for every element that does not say it itself', () => {
    const cells = cellsIn(
      replaced([
        'company.yaml',
        'power_use: { each: { rods: 14 MWh/t, plates: 16 MWh/t } }',
        'power_use: { each: { rods: { is: 14 MWh/t, note: measured }, plates: 16 MWh/t }, note: estimated, range: [10 MWh/t, 20 MWh/t] }',
      ]),
      'power_use',
    );
    expect([...cells.values()].map(({ origin }) => origin.note)).toEqual(['measured', 'estimated']);
    for (const { origin } of cells.values()) {
      expect(origin.rangeWritten).toBe('10 MWh/t to 20 MWh/t');
      expect(origin.range).toEqual([10 * 3.6e6, 20 * 3.6e6]);
    }
  });
});

describe('a bare 0', () => {
  it('fits any unit, as a value, a bound, a range, a target and a trigger', () => {
    const files = replaced(
      ['company.yaml', 'rods: 14 MWh/t', 'rods: { is: 0, range: [0, 14 MWh/t] }'],
      ['company.yaml', 'at_most: 30 ktCO2e', 'at_most: 0'],
      ['register.yaml', '>= 110 EUR_2024/tCO2e', '>= 0'],
      ['model.yaml', 'unit: MWh/t, by: product', 'unit: MWh/t, by: product, within: [0, 50 MWh/t]'],
    );
    expect(valuesIn(files, 'power_use')).toEqual({ rods: 0, plates: 16 * 3.6e6 });
  });
});

describe('elements', () => {
  it('stand in the order of the file, those that look like numbers too', () => {
    const files = replaced([
      'company.yaml',
      'values:\n',
      '  site: { about: Works, elements: { north: {}, "2030": {}, "7": {} } }\nvalues:\n',
    ]);
    const program = check(sourcesOf(files, 'study.yaml'), []).value?.[0]?.program;
    expect(program?.sets.get('site')?.elements.map(({ id }) => id)).toEqual(['north', '2030', '7']);
  });
});
