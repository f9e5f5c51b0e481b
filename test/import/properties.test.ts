// What holds for every table: what is printed and imported again is the same, no cell is lost, no cut of the file matters.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../src/import/index.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { sourcesOf } from '../kit/memory.ts';
import { importCsv } from './kit.ts';

const RUNS = { numRuns: 60 };
const YEARS = [2020, 2025, 2030];

/** Names with everything that a CSV must quote; two that differ by case alone are one name. */
const name = fc
  .string({ unit: fc.constantFrom(...'aB7|"\',;é°=+ ()[]'), minLength: 1, maxLength: 12 })
  .map((text) => `n${text}`.replace(/\s+/g, ' ').trim())
  .filter((text) => !/\(version|\[.*\]$|\*/.test(text));
const names = fc.uniqueArray(name, {
  minLength: 1,
  maxLength: 4,
  selector: (text) => text.normalize('NFC').toLowerCase(),
});
const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { freq: 3 });

const table = fc.tuple(names, names, names, names).chain(([models, scenarios, regions, variables]) =>
  fc.record({
    models: fc.constant(models),
    scenarios: fc.constant(scenarios),
    regions: fc.constant(regions),
    variables: fc.constant(variables),
    rows: fc.uniqueArray(
      fc.record({
        model: fc.constantFrom(...models),
        scenario: fc.constantFrom(...scenarios),
        region: fc.constantFrom(...regions),
        variable: fc.constantFrom(...variables),
        values: fc.tuple(value, value, value),
      }),
      {
        minLength: 1,
        maxLength: 12,
        selector: ({ model, scenario, region, variable }) => [model, scenario, region, variable].join('\n'),
      },
    ),
  }),
);
type Made = typeof table extends fc.Arbitrary<infer T> ? T : never;

/** A codelist that has the names of a table. */
function codelistsOf({ models, scenarios, regions, variables }: Made) {
  const each = (list: readonly string[], what: (text: string) => string): string =>
    list.map((text) => `  ${JSON.stringify(text)}: ${what(text)}\n`).join('');
  const text = [
    'codelist: Made up\nabout: Names of a test\nreviewed: 2026-11-22\nsource: [ngfs-phase5, nowhere]\nlicence: none\n',
    `models:\n${each(models, () => '{}')}`,
    `scenarios:\n${each(scenarios, () => '[]')}`,
    `regions:\n${each(regions, () => '[]')}`,
    `variables:\n${each(variables, () => '[t]')}`,
    'units:\n  "t, say": t\n',
  ].join('');
  return sourcesOf(new Map([['codelist.yaml', text]]), 'codelist.yaml');
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const wide = ({ rows }: Made): string =>
  [
    ['Model', 'Scenario', 'Region', 'Variable', 'Unit', ...YEARS].join(','),
    ...rows.map(({ model, scenario, region, variable, values }) =>
      [
        ...[model, scenario, region, variable, 't, say'].map(quoted),
        ...values.map((cell) => cell ?? ''),
      ].join(','),
    ),
    '',
  ].join('\n');

const filled = ({ rows }: Made) =>
  rows.flatMap(({ model, scenario, region, variable, values }) =>
    values.flatMap((cell, index) =>
      cell === null
        ? []
        : [[model, scenario, region, variable, 't, say', String(YEARS[index]), cell] as const],
    ),
  );

/** The written rows, read as a study reads them. */
const written = (csv: string) =>
  parseCsv(csv)
    .rows.slice(0)
    .map(({ cells }) => [...cells.slice(0, -1), Number(cells.at(-1))]);

describe('every table', () => {
  it('is imported as it is, and imported again stays the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 200 }), async (made, piece) => {
        fc.pre(filled(made).length > 0);
        const codelists = codelistsOf(made);
        const first = await importCsv(wide(made), { codelists }, piece);
        expect(first.printed).toBe('');
        const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
          rows.map((row) => JSON.stringify(row.map((cell) => (Object.is(cell, -0) ? 0 : cell)))).toSorted();
        expect(sorted(written(first.csv))).toEqual(sorted(filled(made)));
        expect((await importCsv(first.csv, { codelists }, piece)).csv).toBe(first.csv);
      }),
      RUNS,
    );
  });

  it('has each of its cells kept, empty or filtered', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.nat(), async (made, pick) => {
        const chosen = made.rows[pick % made.rows.length];
        fc.pre(chosen?.values.some((cell) => cell !== null) === true);
        const options = {
          codelists: codelistsOf(made),
          variable: [chosen?.variable ?? ''],
          scenario: [chosen?.scenario ?? ''],
        };
        const { imported, printed } = await importCsv(wide(made), options);
        expect(printed).toBe('');
        const inside = made.rows.filter(
          ({ variable, scenario }) => variable === chosen?.variable && scenario === chosen?.scenario,
        );
        const kept = inside.flatMap(({ values }) => values).filter((cell) => cell !== null).length;
        expect(imported?.cells).toMatchObject({
          kept,
          empty: inside.length * YEARS.length - kept,
          filtered: (made.rows.length - inside.length) * YEARS.length,
        });
        for (const counts of [imported?.scenarios ?? [], imported?.variables ?? []]) {
          const sum = (what: 'kept' | 'empty' | 'filtered'): number =>
            counts.reduce((total, one) => total + one[what], 0);
          expect(sum('kept') + sum('empty') + sum('filtered')).toBe(made.rows.length * YEARS.length);
        }
        const filteredBy = Object.values(imported?.filteredBy ?? {}).reduce((sum, count) => sum + count, 0);
        expect(filteredBy).toBe(imported?.cells.filtered);
      }),
      RUNS,
    );
  });
});

describe('every text', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab1,"\n\r °'), maxLength: 6 });
  const rowsOf = async (text: string, piece: number) => {
    const pieces = Array.from({ length: Math.ceil(text.length / piece) }, (_, index) =>
      text.slice(index * piece, (index + 1) * piece),
    );
    const rows = [];
    for await (const { cells, fault, place } of csvRows(pieces))
      rows.push({ cells, fault, places: cells.map((_, column) => place(column)) });
    return rows;
  };

  it('is cut into the same rows and places however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'ab1,"\n\r °'), maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (text, piece) => {
          expect(await rowsOf(text, piece)).toEqual(await rowsOf(text, 1000));
        },
      ),
    );
  });

  it('with its cells in quotes gives them back, each at its place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, end) => {
          const text = rows.map((cells) => cells.map(quoted).join(',') + end).join('');
          const read = await rowsOf(text, 7);
          expect(read.map(({ cells }) => cells)).toEqual(
            rows.filter((cells) => cells.some((one) => one !== '')),
          );
          const lines = text.split('\n');
          for (const { cells, places } of read)
            for (const [column, { line, column: at }] of places.entries()) {
              const found = lines
                .slice(line - 1)
                .join('\n')
                .slice(at - 1);
              expect(found.startsWith(quoted(String(cells[column])))).toBe(true);
            }
        },
      ),
    );
  });
});
