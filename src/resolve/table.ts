// A whole table out of a data file: `by` names a column for each set, so the table is an `each` that stands in a CSV.
import { didYouMean, error, type Span } from '../diagnostics/index.ts';
import type { Located, ValueForm, ValueMeta } from '../parse/index.ts';
import { type Amount, printAmount } from '../units/index.ts';
import { type DataFiles, type Selection, selectRows, yearOf } from './data.ts';
import type { InputQuantity, SetDefinition } from './types.ts';

interface TableContext extends DataFiles {
  readonly sets: ReadonlyMap<string, SetDefinition>;
}

type FromForm = Extract<ValueForm, { form: 'from' }>;
type Rows = readonly Selection['rows'][number][];

/** Elements shown in one message; the others are counted. */
const SHOWN = 8;

/**
 * A value with every table in it written out as `each`; undefined, and reported, if one is at fault.
 * @param file the file that holds the value
 * @param depth how many sets of the quantity stand above this form
 */
export function spreadTables(
  form: ValueForm,
  quantity: InputQuantity,
  file: string,
  context: TableContext,
  depth = 0,
): ValueForm | undefined {
  if (form.form === 'from')
    return form.data.by.size === 0 ? form : spread(form, quantity, file, context, depth);
  if (form.form !== 'each') return form;
  const elements = [...form.elements].map(([element, { form: below, key }]) => {
    const found = spreadTables(below, quantity, file, context, depth + 1);
    return found === undefined ? undefined : ([element, { form: found, key }] as const);
  });
  const sound = elements.filter((element) => element !== undefined);
  return sound.length < elements.length ? undefined : { ...form, elements: new Map(sound) };
}

function spread(
  form: FromForm,
  quantity: InputQuantity,
  file: string,
  context: TableContext,
  depth: number,
): ValueForm | undefined {
  const { diagnostics } = context;
  const { by, file: named } = form.data;
  const sets = quantity.sets.slice(depth);
  const strangers = [...by].filter(([set]) => !sets.includes(set));
  const lacking = sets.filter((set) => !by.has(set));
  if (strangers.length + lacking.length > 0) {
    const written = sets.map((set) => `${set}: ...`).join(', ');
    diagnostics.push(
      error(
        'data/sets',
        sets.length === 0
          ? `${quantity.name} has no set that a column could stand for`
          : `${quantity.name} is by ${sets.join(' and ')} here: by names a column for each of them`,
        strangers[0]?.[1].key ?? named.span,
        { help: sets.length === 0 ? 'drop by' : `write by: { ${written} }` },
      ),
    );
    return undefined;
  }
  const selection = selectRows(form.data, file, context);
  if (selection === undefined) return undefined;
  const years = selection.columns.year !== undefined;
  const { before, after, between } = form.path;
  if (!years && (before !== undefined || after !== undefined || between !== 'linear')) {
    const message = `${selection.file} has no years: between, before and after have no meaning`;
    diagnostics.push(error('value/form', message, named.span, { help: 'drop them' }));
    return undefined;
  }
  const groups = grouped(selection, form, sets, context);
  if (groups === undefined) return undefined;
  const cells = new Map<string, ValueForm>();
  for (const [key, rows] of groups) {
    const cell = years ? pathOf(rows, selection, form, context) : amountOf(rows, selection, context);
    if (cell === undefined) return undefined;
    cells.set(key, cell);
  }
  const provenance = form.meta.provenance ?? selection.provenance;
  const meta: ValueMeta = { ...form.meta, ...(provenance === undefined ? {} : { provenance }) };
  const each = (left: readonly string[], above: readonly string[]): ValueForm => {
    const [set, ...rest] = left;
    if (set === undefined) return cells.get(keyOf(above)) ?? form;
    const ids = context.sets.get(set)?.elements.map(({ id }) => id) ?? [];
    return {
      form: 'each',
      elements: new Map(ids.map((id) => [id, { form: each(rest, [...above, id]), key: named.span }])),
      // What stands beside the table is said once, at its head.
      meta: above.length === 0 ? meta : { span: form.meta.span, written: '' },
    };
  };
  return each(sets, []);
}

const keyOf = (elements: readonly string[]): string => JSON.stringify(elements);

/** The rows of every cell; undefined, and reported, unless each has its rows and each row a cell. */
function grouped(
  selection: Selection,
  { data }: FromForm,
  sets: readonly string[],
  { diagnostics, sets: definitions }: TableContext,
): ReadonlyMap<string, Rows> | undefined {
  const { rows, cell, place, file } = selection;
  const found = diagnostics.length;
  const groups = new Map<string, Rows[number][]>();
  const idsOf = (set: string): readonly string[] =>
    (definitions.get(set)?.elements ?? []).map(({ id }) => id);
  const unknown = new Set<string>();
  for (const row of rows) {
    const key = sets.map((set) => cell(row, { name: data.by.get(set)?.value ?? '' }));
    for (const [index, set] of sets.entries()) {
      const id = key[index] ?? '';
      if (idsOf(set).includes(id) || unknown.has(keyOf([set, id]))) continue;
      unknown.add(keyOf([set, id]));
      diagnostics.push(
        error('set/element', `${JSON.stringify(id)} is not an element of ${set}`, place(row), {
          help: didYouMean(id, idsOf(set)) ?? `correct the row, or add ${JSON.stringify(id)} to the set`,
        }),
      );
    }
    const earlier = groups.get(keyOf(key)) ?? [];
    const year = selection.columns.year === undefined ? undefined : cell(row, { role: 'year' });
    const same = earlier.find((other) => year === undefined || cell(other, { role: 'year' }) === year);
    if (same !== undefined)
      diagnostics.push(
        error(
          'data/ambiguous',
          `two rows give ${[...key, ...(year === undefined ? [] : [year])].join('; ')}`,
          place(row),
          {
            also: [{ span: place(same), text: 'first here' }],
            help:
              selection.others.length === 0
                ? 'keep one of them'
                : `keep one of them, or let where also name: ${selection.others.join(', ')}`,
          },
        ),
      );
    groups.set(keyOf(key), [...earlier, row]);
  }
  const keys = sets.reduce<readonly (readonly string[])[]>(
    (above, set) => above.flatMap((key) => idsOf(set).map((id) => [...key, id])),
    [[]],
  );
  const missing = keys.filter((key) => !groups.has(keyOf(key))).map((key) => key.join('; '));
  // A misspelt element is missing under its right name, which is said already.
  if (missing.length > 0 && unknown.size === 0) {
    const more = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '';
    diagnostics.push(
      error(
        'data/missing',
        `${file} has no row for ${missing.slice(0, SHOWN).join(', ')}${more}`,
        data.file.span,
        { help: 'every element has one row: add what is missing, nothing is filled in' },
      ),
    );
  }
  return diagnostics.length > found ? undefined : groups;
}

/** One row: its number, its range where the table has one, its remark. */
function amountOf([row]: Rows, selection: Selection, { diagnostics }: TableContext): ValueForm | undefined {
  if (row === undefined) return undefined;
  const { cell, columns, place, amount } = selection;
  const span = place(row);
  const value = amount(row, 'value');
  if (value === undefined) return undefined;
  const note = columns.note === undefined ? '' : cell(row, { role: 'note' });
  const bounds = columns.low === undefined ? [] : [cell(row, { role: 'low' }), cell(row, { role: 'high' })];
  const stated = bounds.filter((bound) => bound !== '');
  if (stated.length === 1) {
    const message = 'a range has both ends, or none';
    diagnostics.push(
      error('value/range', message, span, { help: 'fill in low and high, or leave both blank' }),
    );
    return undefined;
  }
  const meta: ValueMeta = { span, written: printAmount(value), ...(note === '' ? {} : { note }) };
  const here = (found: Amount): Located<Amount> => ({ value: found, span });
  if (stated.length === 0) return { form: 'amount', amount: here(value), meta };
  const [low, high] = [amount(row, 'low'), amount(row, 'high')];
  return low === undefined || high === undefined
    ? undefined
    : { form: 'amount', amount: here(value), meta: { ...meta, range: [here(low), here(high)] } };
}

/** The rows of one cell as a path over their years. */
function pathOf(
  rows: Rows,
  selection: Selection,
  { path }: FromForm,
  { diagnostics }: TableContext,
): ValueForm | undefined {
  const points: [number, Located<Amount>][] = [];
  for (const row of rows) {
    const year = yearOf(selection, row, diagnostics);
    const value = year === undefined ? undefined : selection.amount(row, 'value');
    if (year === undefined || value === undefined) return undefined;
    points.push([year, { value, span: selection.place(row) }]);
  }
  points.sort(([a], [b]) => a - b);
  const [first] = points;
  const span: Span = first?.[1].span ?? selection.place({ from: 0, to: 0 });
  const written = points.map(([year, { value }]) => `${year}: ${printAmount(value)}`).join(', ');
  return { form: 'path', path: { points: new Map(points), ...path }, meta: { span, written } };
}
