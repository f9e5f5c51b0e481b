// The unit system of a study: its money table, the units that its reference files declare, amounts in base units.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import {
  keyAt,
  type Located,
  type MoneyFile,
  type Provenance,
  type ReferenceFile,
  readProvenanceOf,
  spanAt,
} from '../parse/index.ts';
import {
  type Amount,
  createUnitSystem,
  type DeclaredUnit,
  type Deflator,
  deflate,
  type ExchangeRate,
  explainAmount,
  isPure,
  type MoneyTable,
  parseAmount,
  parsePrice,
  printAmount,
  sameDimension,
  sideBySide,
  UNKNOWN,
  type Unit,
  type UnitSystem,
} from '../units/index.ts';
import type { MoneyRow, Quantity } from './types.ts';

export interface StudyMoney {
  readonly table: MoneyTable;
  /** False if rows at fault are missing from the table, so that it cannot be held against units. */
  readonly complete: boolean;
  readonly rows: readonly MoneyRow[];
}

/** Reads a money table; every row keeps its provenance, since every converted number rests on it. */
export function readMoney(
  file: MoneyFile,
  reportIn: string,
  reportSpan: Span,
  diagnostics: Diagnostic[],
): StudyMoney | undefined {
  const goal = parsePrice(reportIn);
  if (goal === undefined) {
    diagnostics.push(
      error('money/report', `${reportIn} is not money of a price year`, reportSpan, {
        help: 'write for example CNY_2023',
      }),
    );
    return undefined;
  }
  const { content, spans } = file;
  const head = readProvenanceOf(content, spans, []);
  diagnostics.push(...head.diagnostics);
  const rows: MoneyRow[] = [];
  const row = (
    section: 'deflators' | 'rates',
    index: number,
    name: string,
    zh: string,
    unit: string,
  ): void => {
    const keys = content[section][index];
    if (keys === undefined) return;
    const own = readProvenanceOf(keys, spans, [section, index]);
    diagnostics.push(...own.diagnostics);
    const provenance: Provenance | undefined = own.provenance ?? head.provenance;
    // What is at fault is not missing as well.
    if (provenance === undefined && own.diagnostics.length + head.diagnostics.length > 0) return;
    const span = spanAt(spans, section, index);
    const { is: value, note, range } = keys;
    if (range !== undefined && !(range[0] <= value && value <= range[1]))
      diagnostics.push(
        error(
          'value/range',
          `a range leads from a lower number to a higher one, around ${value}`,
          spanAt(spans, section, index, 'range'),
        ),
      );
    rows.push({
      name,
      title: { en: name, zh },
      value,
      unit,
      provenance,
      note,
      range: range?.join(' to '),
      span,
    });
  };
  const deflators: Deflator[] = [];
  for (const [index, { from, to, is }] of content.deflators.entries()) {
    const [start, end] = [parsePrice(from), parsePrice(to)];
    const span = spanAt(spans, 'deflators', index);
    if (start === undefined || end === undefined || start.currency !== end.currency)
      diagnostics.push(
        error('money/deflator', 'a deflator leads from one price year of a currency to another', span, {
          help: 'write { from: EUR_2023, to: EUR_2024, is: ... }',
        }),
      );
    else if (deflate(start, end.year, deflators) !== undefined)
      diagnostics.push(
        error('money/deflator', `the deflators above lead from ${from} to ${to} already`, span, {
          help: 'keep one way: two ways give two numbers',
        }),
      );
    else deflators.push({ from: start, to: end, factor: is });
    row('deflators', index, `deflator ${from} to ${to}`, `${from} 至 ${to} 的平减指数`, `${to}/${from}`);
  }
  const rates: ExchangeRate[] = [];
  for (const [index, { from, to, year, is }] of content.rates.entries()) {
    const span = spanAt(spans, 'rates', index);
    const pair = [from, to].toSorted().join();
    if (!/^[A-Z]{3}$/.test(from) || !/^[A-Z]{3}$/.test(to) || from === to)
      diagnostics.push(
        error('money/rate', 'an exchange rate leads from one currency to another', span, {
          help: 'write { from: EUR, to: CNY, year: 2023, is: ... }',
        }),
      );
    else if (rates.some((rate) => rate.year === year && [rate.from, rate.to].toSorted().join() === pair))
      diagnostics.push(
        error('money/rate', `the rates above lead from ${from} to ${to} in ${year} already`, span, {
          help: 'keep one of them: two rates give two numbers',
        }),
      );
    else rates.push({ from, to, year, factor: is });
    row(
      'rates',
      index,
      `exchange rate ${from} to ${to} ${year}`,
      `${year} 年 ${from} 兑 ${to} 汇率`,
      `${to}/${from}`,
    );
  }
  const complete = deflators.length === content.deflators.length && rates.length === content.rates.length;
  return { table: { reportIn: goal, deflators, rates }, complete, rows };
}

/** Makes the unit system; a declared unit is defined in terms of known ones. */
export function makeUnits(
  references: readonly ReferenceFile[],
  money: MoneyTable | undefined,
  diagnostics: Diagnostic[],
): UnitSystem {
  const known = createUnitSystem({ money });
  const declared: DeclaredUnit[] = [];
  const places = new Map<string, Span>();
  const broken = new Set<string>();
  for (const { content, spans } of references)
    for (const [name, definition] of Object.entries(content.units ?? {})) {
      const span = keyAt(spans, 'units', name);
      const amount = parseAmount(definition);
      const unit = amount === undefined ? undefined : known.parse(amount.unit).unit;
      const size = (amount?.number ?? 0) * (unit?.factor ?? 0);
      const earlier = places.get(name);
      const fail = (message: string, place = span, help?: string): void => {
        broken.add(name);
        diagnostics.push(error('unit/definition', message, place, { help }));
      };
      places.set(name, earlier ?? span);
      if (earlier !== undefined)
        diagnostics.push(
          error('unit/twice', `the unit ${name} is declared twice`, span, {
            also: [{ span: earlier, text: 'first here' }],
            help: 'keep one of them: every file of the study can use it',
          }),
        );
      else if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name))
        fail(`${name} cannot name a new unit: write letters and digits`);
      else if (known.isTaken(name)) fail(`${name} cannot name a new unit: it means something already`);
      else if (amount === undefined || unit === undefined || isPure(unit) || !(size > 0 && size < Infinity))
        fail(
          `${name} must be an amount of a known unit, above zero`,
          spanAt(spans, 'units', name),
          'write for example tCF4: 6630 tCO2e',
        );
      else declared.push({ name, definition: printAmount(amount), prefixes: false });
    }
  const system = declared.length === 0 ? known : createUnitSystem({ money, declared });
  if (broken.size === 0) return system;
  // Where a unit at fault is used nothing more is said.
  const parse: UnitSystem['parse'] = (text) => {
    const reading = system.parse(text);
    const meant = (text.match(/\w+/g) ?? []).some((name) => broken.has(name));
    return reading.fault !== undefined && meant ? { unit: UNKNOWN } : reading;
  };
  return { ...system, parse };
}

/** Reads a unit that a file writes; a fault is reported at its place. */
export function readUnit(
  units: UnitSystem,
  text: string,
  span: Span,
  diagnostics: Diagnostic[],
): Unit | undefined {
  const { unit, fault } = units.parse(text);
  if (fault === undefined) return unit;
  const code = fault.cause === 'money' ? MONEY_LACKS : 'unit/unknown';
  diagnostics.push(error(code, fault.message, span, { help: fault.help }));
  return undefined;
}

const MONEY_LACKS = 'money/way';

/** What the money table lacks is one fault, said at the first place that needs it. */
export function lackingOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(
    ({ code, message }) => code !== MONEY_LACKS || (!said.has(message) && said.add(message)),
  );
}

/** What an amount is held against: the quantity whose value, bound, target or threshold it is. */
export type Measured = Pick<Quantity, 'name' | 'unit'>;

/** An amount in base units of the quantity; undefined, and reported at its place, if it measures something else. A bare 0 fits any unit. */
export function inBaseUnits(
  { value, span }: Located<Amount>,
  quantity: Measured,
  units: UnitSystem,
  diagnostics: Diagnostic[],
): number | undefined {
  if (value.number === 0 && value.unit === '1') return 0;
  const unit = readUnit(units, value.unit, span, diagnostics);
  if (unit === undefined) return undefined;
  const bare = value.unit === '1';
  if (!sameDimension(unit, quantity.unit)) {
    diagnostics.push(
      error(
        'value/unit',
        `${quantity.name} is ${quantity.unit.text === '1' ? 'a pure number' : `measured in ${quantity.unit.text}`}`,
        span,
        {
          text: bare ? 'no unit' : value.unit,
          notes: sideBySide(['declared', quantity.unit], ['here', unit]),
          help: bare ? `write ${value.number} ${quantity.unit.text}, if that is what it is` : undefined,
        },
      ),
    );
    return undefined;
  }
  const number = value.number * unit.factor;
  if (Number.isFinite(number)) return number;
  diagnostics.push(error('value/amount', `${printAmount(value)} is too large to compute with`, span));
  return undefined;
}

/** {@link inBaseUnits} of a text as a file writes it. */
export function readBaseUnits(
  text: string | number,
  span: Span,
  quantity: Measured,
  units: UnitSystem,
  diagnostics: Diagnostic[],
): number | undefined {
  const value = parseAmount(String(text));
  if (value !== undefined) return inBaseUnits({ value, span }, quantity, units, diagnostics);
  diagnostics.push(
    error('value/amount', `${JSON.stringify(text)} is not a number with a unit`, span, {
      help: explainAmount(String(text)),
    }),
  );
  return undefined;
}
