// The first row of a table: which column is which, and whether years stand side by side (wide) or below each other (long).
import { didYouMean } from '../diagnostics/index.ts';
import type { Fault } from './faults.ts';
import { counted, shown } from './spelling.ts';
import { NAME_COLUMNS, type NameColumn, type Row, type Where } from './types.ts';

interface FurtherColumn {
  readonly column: number;
  readonly name: string;
}

interface YearColumn {
  readonly column: number;
  readonly year: number;
}

export interface Layout {
  readonly names: Readonly<Record<NameColumn, number>>;
  /** Columns of the header up to its last name. */
  readonly width: number;
  /** Wide: a column a year. Long: none, but a column `year` and a column `value`. */
  readonly years: readonly YearColumn[];
  readonly year: number;
  readonly value: number;
  /** Columns beyond those of the IAMC whose text was chosen. */
  readonly further: readonly FurtherColumn[];
}

const LONG = ['year', 'value'];
const YEAR = /^\d{4}$/;

type Tell = (fault: Omit<Fault, 'span'>, column: number) => void;

/** What to do about a column that is none of the IAMC's. */
const choose = (title: string): string =>
  `a column beyond the IAMC's is held to one text: --where ${shown(`${title}=TEXT`)}; or drop it`;

/**
 * The layout; undefined if the header has faults, all of which are told.
 * @param where columns beyond those of the IAMC of which one text is kept
 */
export function readHeader({ cells }: Row, where: Where, tell: Tell): Layout | undefined {
  const titles = cells.map((cell) => String(cell ?? '').trim());
  while (titles.at(-1) === '') titles.pop();
  let faulty = false;
  const fail = (message: string, column: number, help?: string): void => {
    faulty = true;
    tell({ code: 'import/column', message, help }, column);
  };
  const [only = ''] = titles;
  if (titles.length === 1 && /[;\t]/.test(only)) {
    fail('the columns are not separated by commas', 0, 'save the table as "CSV UTF-8 (comma delimited)"');
    return undefined;
  }
  const known = [...NAME_COLUMNS, ...LONG];
  const columns = new Map<string, number>();
  const years: YearColumn[] = [];
  const further: FurtherColumn[] = [];
  for (const [column, title] of titles.entries()) {
    const name = title.toLowerCase();
    if (columns.has(name)) fail(`the column ${shown(title)} stands twice`, column, 'keep one of them');
    columns.set(name, column);
    if (YEAR.test(name)) years.push({ column, year: Number(name) });
    else if (Object.hasOwn(where, name) && !known.includes(name)) further.push({ column, name });
    else if (!known.includes(name))
      fail(
        title === '' ? 'a column without a name' : `unknown column ${shown(title)}`,
        column,
        didYouMean(name, known) ??
          (title === ''
            ? `columns are ${NAME_COLUMNS.join(', ')}, then years, or year and value`
            : choose(title)),
      );
  }
  for (const name of Object.keys(where).filter((one) => !further.some((column) => column.name === one)))
    fail(
      known.includes(name)
        ? `${name} is a column of the IAMC's, which --where does not choose by`
        : `the header has no column ${shown(name)}, which --where names`,
      0,
      known.includes(name) && !LONG.includes(name)
        ? `use --${name}`
        : didYouMean(
            name,
            [...columns.keys()].filter((one) => !known.includes(one)),
          ),
    );
  const missing = NAME_COLUMNS.filter((name) => !columns.has(name));
  const long = LONG.filter((name) => columns.has(name));
  const list = (names: readonly string[]): string => names.join(', ');
  if (missing.length > 0)
    fail(
      `the header lacks ${list(missing)}`,
      0,
      `the first row names ${list(NAME_COLUMNS)}, then years, or year and value`,
    );
  if (years.length > 0 && long.length > 0)
    fail(
      `${counted(years.length, 'column')} of years, and ${list(long)} too`,
      columns.get(long[0] ?? '') ?? 0,
    );
  if (years.length === 0 && long.length < LONG.length)
    fail(`the header has no years, and no ${list(LONG.filter((name) => !columns.has(name)))}`, 0);
  if (faulty) return undefined;
  const at = (name: string): number => columns.get(name) ?? -1;
  return {
    names: {
      model: at('model'),
      scenario: at('scenario'),
      region: at('region'),
      variable: at('variable'),
      unit: at('unit'),
    },
    width: titles.length,
    years,
    year: at('year'),
    value: at('value'),
    further,
  };
}
