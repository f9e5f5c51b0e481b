// A workbook's sheet as rows with their places; which sheet, if none is named, its header says.
import { didYouMean, error, type Outcome } from '../diagnostics/index.ts';
import { NAME_COLUMNS, type Row, type Table } from './types.ts';

type Library = typeof import('hucre/xlsx');

const reasonOf = (caught: unknown): string => (caught instanceof Error ? caught.message : String(caught));

async function* rowsOf({ streamXlsxRows }: Library, bytes: Uint8Array, sheet: string): AsyncGenerator<Row> {
  let line = 1;
  const at = (row: number) => (column: number) => ({ line: row, column: column + 1, sheet });
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      line = index + 1;
      if (values.some((value) => value !== null && String(value).trim() !== ''))
        yield { cells: values, place: at(line) };
    }
  } catch (caught) {
    yield {
      cells: [],
      place: at(line),
      fault: { message: `the sheet cannot be read on from here: ${reasonOf(caught)}` },
    };
  }
}

/** True for a sheet whose first row names most of what a table of the IAMC names. */
async function isTable(rows: AsyncGenerator<Row>): Promise<boolean> {
  for await (const { cells } of rows) {
    const named = cells.map((cell) =>
      String(cell ?? '')
        .trim()
        .toLowerCase(),
    );
    return NAME_COLUMNS.filter((name) => named.includes(name)).length > NAME_COLUMNS.length / 2;
  }
  return false;
}

/**
 * Opens the sheet of a workbook that holds the table.
 * @param wanted the sheet to read; by default the only one with a header of the IAMC's form
 */
export async function openWorkbook(
  bytes: Uint8Array,
  file: string,
  wanted: string | undefined,
): Promise<Outcome<Table>> {
  const failed = (message: string, help?: string): Outcome<Table> => ({
    diagnostics: [error('import/sheet', message, { file, from: 0, to: 0 }, { help })],
  });
  // Only this command needs it, and only for a workbook.
  const library = await import('hucre/xlsx');
  const sheets: string[] = [];
  try {
    await library.readXlsx(bytes, { sheets: ({ name }) => sheets.push(name) === 0 });
  } catch (caught) {
    return failed(
      `${file} is a zip archive and no workbook: ${reasonOf(caught)}`,
      'unpack it and name the table inside, for example IAM_data.xlsx',
    );
  }
  const use = (sheet: string): Outcome<Table> => ({
    value: {
      rows: rowsOf(library, bytes, sheet),
      sheet,
      otherSheets: sheets.filter((name) => name !== sheet),
      full: false,
    },
    diagnostics: [],
  });
  const list = sheets.map((name) => JSON.stringify(name)).join(', ');
  if (wanted !== undefined)
    return sheets.includes(wanted)
      ? use(wanted)
      : failed(
          `there is no sheet ${JSON.stringify(wanted)}`,
          didYouMean(wanted, sheets) ?? `there are ${list}`,
        );
  const tables: string[] = [];
  for (const name of sheets) if (await isTable(rowsOf(library, bytes, name))) tables.push(name);
  const [table = sheets[0], another] = tables;
  if (another !== undefined)
    return failed(
      `several sheets hold a table: ${tables.map((name) => JSON.stringify(name)).join(', ')}`,
      `choose one: --sheet ${JSON.stringify(tables[0])}`,
    );
  if (table === undefined || (tables.length === 0 && sheets.length > 1))
    return failed(
      `no sheet begins with the columns ${NAME_COLUMNS.join(', ')}`,
      sheets.length === 0 ? undefined : `there are ${list}`,
    );
  return use(table);
}
