// The one place that knows the library of workbooks: ours in, the bytes of an .xlsx out, the same bytes for the same workbook.
import type { CellStyle, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx';
import { fixedRange, range } from './places.ts';
import type { Cell, Look, Sheet, Workbook } from './types.ts';

type Rule = Omit<ConditionalRule, 'type' | 'priority'>;
type LibraryCell = NonNullable<WriteSheet['cells']> extends Map<string, infer C> ? C : never;

const INK = '1F2933';
const GREY = '52606D';
const NAVY = '0B3C5D';
const RULE = 'DDE3E9';
const PAPER = 'FFFFFF';
/** Cells that a person sets. */
const SETTABLE = 'FFF9E5';

const solid = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});
const BELOW: NonNullable<CellStyle['border']> = { bottom: { style: 'thin', color: { rgb: RULE } } };

function styles(font: string): Readonly<Record<Look, CellStyle>> {
  const plain = { name: font, size: 10, color: { rgb: INK } };
  // An indent counts from the side that is named.
  const wrapped = { vertical: 'top', horizontal: 'left', wrapText: true, indent: 1 } as const;
  const right = { vertical: 'top', horizontal: 'right', indent: 1 } as const;
  const head: CellStyle = { font: { ...plain, bold: true, color: { rgb: PAPER } }, fill: solid(NAVY) };
  const mark: CellStyle = {
    font: { ...plain, bold: true },
    alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
  };
  const text: CellStyle = { font: plain, alignment: wrapped };
  return {
    title: { font: { ...plain, size: 16, bold: true, color: { rgb: NAVY } } },
    note: { font: { ...plain, color: { rgb: GREY } } },
    section: { font: { ...plain, size: 12, bold: true, color: { rgb: NAVY } } },
    head: { ...head, alignment: { vertical: 'center', horizontal: 'left', wrapText: true, indent: 1 } },
    headRight: { ...head, alignment: { vertical: 'center', horizontal: 'right', wrapText: true, indent: 1 } },
    headCentre: { ...head, alignment: { vertical: 'center', horizontal: 'center', wrapText: true } },
    text,
    choice: { ...text, fill: solid(SETTABLE) },
    number: { font: plain, alignment: right },
    choiceNumber: { font: plain, alignment: right, fill: solid(SETTABLE) },
    mark,
    choiceMark: { ...mark, fill: solid(SETTABLE) },
    command: { font: { ...plain, color: { rgb: GREY } }, alignment: { vertical: 'top' } },
  };
}

/** No cell of a spreadsheet takes more characters. */
const LONGEST = 32_767;

const textOf = (content: string): string =>
  content.length > LONGEST ? `${content.slice(0, LONGEST - 1)}…` : content;

/** All have the same keys in the same order, said or not: with cells of several shapes the library takes twice as long. */
function cellOf(cell: Cell, style: CellStyle): LibraryCell {
  const { content } = cell;
  const text = typeof content === 'string' ? textOf(content) : undefined;
  const computed = typeof content === 'object' ? content : undefined;
  const isArray = computed?.array === true;
  const own = {
    value: text ?? (typeof content === 'number' ? content : null),
    style,
    formula: computed?.formula,
    formulaResult: computed?.result,
    formulaType: isArray ? 'array' : undefined,
    // A formula over arrays names the cell that it fills.
    formulaRef: isArray ? range({ row: cell.row, column: cell.column, rows: 1, columns: 1 }) : undefined,
    // A text that reads like an error of a formula is written so that it stays a text.
    richText: text?.startsWith('#') ? [{ text }] : undefined,
  };
  return own as LibraryCell;
}

function sheetOf(sheet: Sheet, { font, foot }: Workbook): WriteSheet {
  const looks = styles(font);
  const formatted = new Map<string, CellStyle>();
  const styleOf = ({ look, format }: Cell): CellStyle => {
    if (format === undefined) return looks[look];
    const key = `${look} ${format}`;
    const style = formatted.get(key) ?? { ...looks[look], numFmt: format };
    formatted.set(key, style);
    return style;
  };
  const cells = new Map(
    sheet.cells.map((cell): [string, LibraryCell] => [
      `${cell.row},${cell.column}`,
      cellOf(cell, styleOf(cell)),
    ]),
  );
  const { paper, across, portrait, area, headRow, headColumns } = sheet.page;
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: [],
    cells,
    rowDefs: new Map([...(sheet.heights ?? [])].map(([row, height]) => [row, { height }])),
    ...(sheet.frozen === undefined ? {} : { freezePane: sheet.frozen }),
    ...(sheet.filter === undefined ? {} : { autoFilter: { range: range(sheet.filter) } }),
    dataValidations: [
      ...sheet.choices.map(
        ({ area, list }): DataValidation => ({
          type: 'list',
          formula1: list,
          range: range(area),
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: 'stop',
        }),
      ),
      ...sheet.wholes.map(
        ({ area, from, to }): DataValidation => ({
          type: 'whole',
          operator: 'between',
          formula1: String(from),
          formula2: String(to),
          range: range(area),
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: 'stop',
        }),
      ),
    ],
    conditionalRules: [
      ...sheet.colours.map(({ area, formula, colour }): Rule => {
        // In a rule the fill is the background, not the foreground of a pattern.
        const fill = {
          type: 'pattern',
          pattern: 'solid',
          bgColor: { rgb: colour.replace('#', '') },
        } as const;
        return { formula, range: range(area), style: { fill } };
      }),
      // One rule draws the lines of a whole table, empty cells and all; a border on each cell costs more than the rest of it.
      ...sheet.lined.map((area): Rule => ({ formula: '1=1', range: range(area), style: { border: BELOW } })),
    ].map((rule, index) => ({ ...rule, type: 'expression', priority: index + 1 })),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: paper,
      orientation: portrait === true ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: across,
      fitToHeight: 0,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      ...(area === undefined ? {} : { printArea: fixedRange(area) }),
      ...(headRow === undefined ? {} : { printTitlesRow: headRow }),
      ...(headColumns === undefined ? {} : { printTitlesColumn: headColumns }),
    },
    // An ampersand begins a code of the foot; it takes no more than 255 characters.
    headerFooter: { oddFooter: `&L${foot.slice(0, 100).replaceAll('&', '&&')}&R&P / &N` },
  };
}

/** Zipped; nothing in it depends on the time at which it is made. */
export async function xlsx(workbook: Workbook): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const made = new Date(`${workbook.asOf}T00:00:00Z`);
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => sheetOf(sheet, workbook)),
    namedRanges: [...workbook.names].map(([name, place]) => ({ name, range: place })),
    defaultFont: { name: workbook.font, size: 10 },
    properties: {
      title: workbook.title,
      company: workbook.company,
      creator: 'tcfd-scenarios',
      created: made,
      modified: made,
    },
  });
}
