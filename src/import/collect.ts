// One pass over a table: every cell is kept, empty or filtered, and counted as that; every fault of a kept row is told.
import { error, hasErrors, type Outcome, type Span } from '../diagnostics/index.ts';
import { isEmpty, noticeIn, textOf } from './cells.ts';
import type { Codelists } from './codelists.ts';
import { gatherFaults } from './faults.ts';
import { type Layout, readHeader } from './header.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type Names, recogniser, type WrittenNames } from './recognise.ts';
import { selector } from './selection.ts';
import { keepSeries, type Series } from './series.ts';
import { counted, shown } from './spelling.ts';
import { NAME_COLUMNS, type ReadAs, type Row, type Selection, type Table, type Where } from './types.ts';
import { chooser } from './where.ts';

export interface Collected {
  readonly series: readonly Series[];
  readonly ledger: Ledger;
  readonly readAs: readonly ReadAs[];
  readonly notices: readonly string[];
}

const YEAR = /^\d{4}$/;

/** Reads a table from its header to its end. */
export async function collect(
  table: Table,
  file: string,
  selection: Selection,
  where: Where,
  codelists: Codelists,
): Promise<Outcome<Collected>> {
  const faults = gatherFaults();
  const { leftOutBy, unmet } = selector(selection, codelists);
  const { leavesOut, unmet: unchosen } = chooser(where);
  const recognise = recogniser(codelists);
  const ledger = openLedger(codelists);
  const book = keepSeries(faults.add);
  const readAs = new Map<string, ReadAs>();
  const notices: string[] = [];
  const spanOf = (row: Row, column: number): Span => ({ file, from: 0, to: 0, cell: row.place(column) });

  /** Tells of a row that has not the header's form. */
  const isMisshapen = (row: Row, { width }: Layout): boolean => {
    const beyond = row.cells.findIndex((cell, column) => column >= width && !isEmpty(cell));
    if (beyond < 0 && !(table.full && row.cells.length < width)) return false;
    const message =
      beyond < 0
        ? `${counted(row.cells.length, 'cell')}, where the header has ${width}`
        : 'a value outside the columns of the header';
    faults.add({ code: 'import/row', message, span: spanOf(row, Math.max(beyond, 0)) });
    return true;
  };

  /** The names of a row as we spell them; undefined for one with strange names, which are told. */
  const recognised = (row: Row, written: WrittenNames, layout: Layout): Names | undefined => {
    const names = recognise(written);
    if ('ours' in names) {
      for (const column of NAME_COLUMNS)
        if (written[column] !== names[column])
          readAs.set(`${column}\n${written[column]}`, {
            column,
            written: written[column],
            as: names[column],
          });
      return names;
    }
    for (const { column, message, help } of names)
      faults.add({ code: `import/${column}`, message, span: spanOf(row, layout.names[column]), help });
    return undefined;
  };

  const readRow = (row: Row, layout: Layout): void => {
    const written = {
      model: textOf(row.cells[layout.names.model]),
      scenario: textOf(row.cells[layout.names.scenario]),
      region: textOf(row.cells[layout.names.region]),
      variable: textOf(row.cells[layout.names.variable]),
      unit: textOf(row.cells[layout.names.unit]),
    };
    const long = layout.years.length === 0;
    const leftOut = leavesOut(row, layout) ? 'where' : leftOutBy(written);
    if (leftOut !== undefined) {
      ledger.enter(written, 'filtered', long ? 1 : layout.years.length, leftOut);
      return;
    }
    const year = textOf(row.cells[layout.year]);
    if (long && !YEAR.test(year)) {
      const message = `${shown(year)} is not a year`;
      faults.add({ code: 'import/year', message, span: spanOf(row, layout.year) });
      return;
    }
    const cells = long ? [{ column: layout.value, year: Number(year) }] : layout.years;
    const full = cells.filter(({ column }) => !isEmpty(row.cells[column]));
    const names = recognised(row, written, layout);
    const path = names && book.pathOf(names, () => spanOf(row, layout.names.unit));
    // The values of a row with a strange name are looked at too, so that all faults come at once.
    for (const { column, year } of full) book.keep(path, year, row.cells[column], () => spanOf(row, column));
    ledger.enter(written, 'kept', full.length);
    ledger.enter(written, 'empty', cells.length - full.length);
  };

  let layout: Layout | undefined;
  for await (const row of table.rows) {
    if (row.fault !== undefined) {
      faults.add({ code: 'import/table', ...row.fault, span: spanOf(row, 0) });
      break;
    }
    if (layout === undefined) {
      layout = readHeader(row, where, (fault, column) => faults.add({ ...fault, span: spanOf(row, column) }));
      if (layout === undefined) break;
      continue;
    }
    const notice = noticeIn(row);
    if (notice !== undefined) notices.push(notice);
    else if (!isMisshapen(row, layout)) readRow(row, layout);
  }
  if (layout === undefined && !hasErrors(faults.list()))
    return { diagnostics: [error('import/column', `${file} is empty`, { file, from: 0, to: 0 })] };
  // A name asked for may be missing because its rows are at fault.
  if (!hasErrors(faults.list())) for (const fault of unchosen(file)) faults.add(fault);
  if (!hasErrors(faults.list())) for (const fault of unmet(file)) faults.add(fault);
  const diagnostics = faults.list();
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: { series: book.all(), ledger, readAs: [...readAs.values()], notices }, diagnostics };
}
