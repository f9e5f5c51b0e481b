// A provider's table -> a data file with its sidecar: names and units held against codelists, every cell counted.
import { error, hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { TableFile } from '../load/types.ts';
import { keyAt } from '../parse/index.ts';
import { createUnitSystem } from '../units/index.ts';
import { layTogether } from './codelists.ts';
import { type Collected, collect } from './collect.ts';
import { csvRows } from './csv.ts';
import { originOf } from './origin.ts';
import { csvOf, distinct, sidecarOf } from './pair.ts';
import type { Imported, ImportRequest, Known, Table } from './types.ts';
import { openWorkbook } from './workbook.ts';

export { csvRows } from './csv.ts';
export * from './types.ts';

/** The table of a file; of a workbook, the sheet that is asked for or that has the header of one. */
async function tableOf(file: TableFile, name: string, sheet: string | undefined): Promise<Outcome<Table>> {
  if (file.kind === 'workbook') return openWorkbook(file.bytes, name, sheet);
  if (sheet === undefined)
    return { value: { rows: csvRows(file.pieces), otherSheets: [], full: true }, diagnostics: [] };
  const message = `${name} has no sheets: it is no workbook`;
  return {
    diagnostics: [error('import/sheet', message, { file: name, from: 0, to: 0 }, { help: 'drop --sheet' })],
  };
}

/** Columns that a `where:` must name, with the names of one path. */
function whereOf({ series }: Collected): Readonly<Record<string, string>> {
  const columns = ['model', 'scenario', 'region', 'variable'] as const;
  return Object.fromEntries(
    columns
      .filter((column) => distinct(series, column).length > 1)
      .map((column) => [column, series[0]?.names[column] ?? '']),
  );
}

/**
 * Imports a table of the IAMC, wide or long, CSV or workbook.
 *
 * Rows outside the selection are counted and not looked at; of the others every name and unit must stand in the codelists.
 *
 * @param file the table, as it was opened
 * @returns the texts of the pair with the account of every cell; errors `import/...` with line and column, or sheet and cell
 */
export async function importTable(
  file: TableFile,
  request: ImportRequest,
  known: Known,
): Promise<Outcome<Imported>> {
  const { codelists, diagnostics } = layTogether(known.codelists);
  if (hasErrors(diagnostics)) return { diagnostics };
  const opened = await tableOf(file, request.file, request.sheet);
  const table = opened.value;
  if (table === undefined) return { diagnostics: opened.diagnostics };
  const collected = await collect(table, request.file, request.selection, request.where, codelists);
  const found = collected.value;
  if (found === undefined) return { diagnostics: collected.diagnostics };
  const at = { file: request.file, from: 0, to: 0 };
  if (found.ledger.total().kept === 0)
    return { diagnostics: [error('import/empty', `${request.file} has no value to keep`, at)] };
  const system = createUnitSystem({});
  const wrong = [...codelists.units.values()].flatMap(({ spelling, ours, file: { spans } }) => {
    const { fault } = system.parse(ours);
    const used = found.series.some(({ names }) => names.unit === spelling);
    return fault === undefined || !used
      ? []
      : [error('import/codelist', fault.message, keyAt(spans, 'units', spelling), { help: fault.help })];
  });
  if (wrong.length > 0) return { diagnostics: wrong };
  const origin = originOf(found.series, request, known.sources);
  if (!('source' in origin)) return { diagnostics: origin };
  const csv = csvOf(found.series);
  const { ledger, readAs, notices } = found;
  return {
    value: {
      files: [
        { path: `${request.name}.csv`, content: csv },
        { path: `${request.name}.yaml`, content: await sidecarOf(request, table, found, origin, csv) },
      ],
      cells: ledger.total(),
      filteredBy: ledger.filteredBy(),
      scenarios: ledger.scenarios(),
      variables: ledger.variables(),
      readAs,
      notices,
      source: origin.source,
      ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
      otherSheets: table.otherSheets,
      where: whereOf(found),
    },
    diagnostics: [],
  };
}
