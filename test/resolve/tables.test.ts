// A table out of a data file is an `each` that stands in a CSV: the same numbers, whatever the order of its rows.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/pipeline.ts';
import type { ResolvedCell } from '../../src/resolve/index.ts';
import { sourcesOf } from '../kit/memory.ts';

const BASE = fileURLToPath(new URL('../errors/base/', import.meta.url));
const base = new Map(readdirSync(BASE).map((name) => [name, readFileSync(join(BASE, name), 'utf8')]));

const SOLD = 'sold: { about: Metal sold, unit: t, by: [product, site], set_by: company }';
const SITES = ['north', 'south', 'from'];
const KEYS = ['rods', 'plates'].flatMap((product) => SITES.map((site) => [product, site] as const));

/** The base project with an input by product and site, a value for it, and a table with its sidecar. */
function project(value: string, csv: string, columns: string): ReadonlyMap<string, string> {
  const sites = SITES.map((site) => `${site}: {}`).join(', ');
  const sidecar = [
    'data: Metal sold',
    'file: sold.csv',
    `sha256: ${createHash('sha256').update(csv).digest('hex')}`,
    'assumed: counted by nobody',
    'confidence: low',
    'licence: none, made up for tests',
    `columns: { ${columns} }`,
    'units: { tonnes: t, thousands: kt }',
    '',
  ].join('\n');
  return new Map([
    ...base,
    ['model.yaml', (base.get('model.yaml') ?? '').replace('inputs:\n', `inputs:\n  ${SOLD}\n`)],
    [
      'company.yaml',
      (base.get('company.yaml') ?? '').replace(
        'values:\n',
        `  site: { about: Works, elements: { ${sites} } }\nvalues:\n  sold: ${value}\n`,
      ),
    ],
    ['sold.yaml', sidecar],
    ['sold.csv', csv],
  ]);
}

function cellsIn(files: ReadonlyMap<string, string>): readonly ResolvedCell[] {
  const { value, diagnostics } = check(sourcesOf(files, 'study.yaml'), []);
  const cells = value?.[0]?.program.study?.cases[0]?.inputs.get('sold');
  if (cells === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return cells;
}

const FROM = '{ from: sold.yaml, by: { product: good, site: works } }';
const amount = fc.integer({ min: 0, max: 1_000_000 });

describe('a table', () => {
  it('gives what each would, in any order of its rows, with the range and the remark of each row', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: KEYS.length, maxLength: KEYS.length }),
        fc.shuffledSubarray([...KEYS.keys()], { minLength: KEYS.length }),
        (amounts, order) => {
          const rows = order.map((index) => {
            const [product, site] = KEYS[index] ?? [];
            const value = amounts[index] ?? 0;
            return `${site},${product},${value},tonnes,${value - 1},${value + 2},row of ${site}`;
          });
          const csv = `works,good,sold,unit,low,high,remark\n${rows.join('\n')}\n`;
          const columns = 'value: sold, unit: unit, low: low, high: high, note: remark';
          const read = cellsIn(project(FROM, csv, columns));
          const each = ['rods', 'plates']
            .map((product) => {
              const inside = KEYS.flatMap(([good, site], index) =>
                good === product ? [`${site}: ${amounts[index]} t`] : [],
              );
              return `${product}: { each: { ${inside.join(', ')} } }`;
            })
            .join(', ');
          const written = cellsIn(project(`{ each: { ${each} } }`, csv, columns));
          expect(read.map(({ values }) => values)).toEqual(written.map(({ values }) => values));
          for (const [index, { origin }] of read.entries()) {
            const value = amounts[index] ?? 0;
            expect(origin.rangeWritten).toBe(`${value - 1} t to ${value + 2} t`);
            expect(origin.note).toBe(`row of ${KEYS[index]?.[1]}`);
            expect(origin.provenance).toMatchObject({ kind: 'assumed', why: 'counted by nobody' });
            // The place is the row of the table.
            const row = csv.slice(origin.span.from, origin.span.to);
            expect([origin.span.file, row.split(',').slice(0, 2)]).toEqual([
              'sold.csv',
              [KEYS[index]?.[1], KEYS[index]?.[0]],
            ]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('with years gives a path for each element, and each row has its own unit', () => {
    const rows = KEYS.flatMap(([product, site]) => [
      `${product},${site},2023,100,tonnes`,
      `${product},${site},2027,1,thousands`,
    ]);
    const csv = `good,works,year,sold,unit\n${rows.toReversed().join('\n')}\n`;
    const value = '{ from: sold.yaml, by: { product: good, site: works }, after: hold }';
    for (const { values } of cellsIn(project(value, csv, 'year: year, value: sold, unit: unit')))
      expect(values.slice(0, 6).map((kilograms) => kilograms / 1000)).toEqual([
        100, 325, 550, 775, 1000, 1000,
      ]);
  });

  it('fills the inner set of an each, and what stands beside it wins over the sidecar', () => {
    const csv = `works,sold,unit\n${SITES.map((site, index) => `${site},${index},tonnes`).join('\n')}\n`;
    const table = '{ from: sold.yaml, by: { site: works }, assumed: as sold, confidence: high }';
    const cells = cellsIn(
      project(
        `{ each: { rods: ${table}, plates: { each: { all: 9 t } } }, source: [annual-report, page 3] }`,
        csv,
        'value: sold, unit: unit',
      ),
    );
    expect(cells.map(({ values }) => (values[0] ?? Number.NaN) / 1000)).toEqual([0, 1, 2, 9, 9, 9]);
    expect(cells[0]?.origin.provenance).toMatchObject({ why: 'as sold', confidence: 'high' });
    expect(cells[3]?.origin.provenance).toMatchObject({ kind: 'source', place: 'page 3' });
  });
});
