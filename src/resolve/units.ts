// The unit system of a study: its money table and the units that its reference files declare.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import type { MoneyFile, ReferenceFile } from '../parse/index.ts';
import { keyAt, type Provenance, readProvenanceOf, spanAt } from '../parse/index.ts';
import {
  createUnitSystem,
  type Deflator,
  type ExchangeRate,
  type MoneyTable,
  parseAmount,
  parsePrice,
  type Unit,
  type UnitDefinition,
  type UnitSystem,
} from '../units/index.ts';
import type { MoneyRow } from './types.ts';

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
  const rows: MoneyRow[] = [];
  const row = (
    section: 'deflators' | 'rates',
    index: number,
    name: string,
    value: number,
    unit: string,
  ): void => {
    const keys = content[section][index];
    if (keys === undefined) return;
    const own = readProvenanceOf(keys, spans, [section, index]);
    diagnostics.push(...own.diagnostics);
    const provenance: Provenance | undefined = own.provenance ?? head.provenance;
    const span = spanAt(spans, section, index);
    rows.push({ name, value, unit, provenance, note: keys.note, range: keys.range?.join(' to '), span });
  };
  const deflators: Deflator[] = [];
  for (const [index, { from, to, is }] of content.deflators.entries()) {
    const [start, end] = [parsePrice(from), parsePrice(to)];
    if (start === undefined || end === undefined || start.currency !== end.currency)
      diagnostics.push(
        error(
          'money/deflator',
          'a deflator leads from one price year of a currency to another',
          spanAt(spans, 'deflators', index),
          { help: 'write { from: EUR_2023, to: EUR_2024, is: ... }' },
        ),
      );
    else deflators.push({ from: start, to: end, factor: is });
    row('deflators', index, `deflator ${from} to ${to}`, is, `${to}/${from}`);
  }
  const rates: ExchangeRate[] = [];
  for (const [index, { from, to, year, is }] of content.rates.entries()) {
    if (!/^[A-Z]{3}$/.test(from) || !/^[A-Z]{3}$/.test(to))
      diagnostics.push(
        error(
          'money/rate',
          'an exchange rate leads from one currency to another',
          spanAt(spans, 'rates', index),
          { help: 'write { from: EUR, to: CNY, year: 2023, is: ... }' },
        ),
      );
    else rates.push({ from, to, year, factor: is });
    row('rates', index, `exchange rate ${from} to ${to} ${year}`, is, `${to}/${from}`);
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
  const declared: UnitDefinition[] = [];
  for (const { content, spans } of references)
    for (const [name, definition] of Object.entries(content.units ?? {})) {
      const amount = parseAmount(definition);
      const reading = amount === undefined ? undefined : known.parse(amount.unit);
      if (amount === undefined || reading?.unit === undefined)
        diagnostics.push(
          error(
            'unit/definition',
            `${name} must be an amount of a known unit`,
            spanAt(spans, 'units', name),
            { help: 'write for example tCF4: 6630 tCO2e' },
          ),
        );
      else if (known.parse(name).unit !== undefined || !/^[A-Za-z][A-Za-z0-9]*$/.test(name))
        diagnostics.push(
          error('unit/definition', `${name} cannot name a new unit`, keyAt(spans, 'units', name)),
        );
      else declared.push({ name, definition: `${amount.number} ${amount.unit}`, prefixes: false });
    }
  return declared.length === 0 ? known : createUnitSystem({ money, declared });
}

/** Reads a unit that a file writes; a fault is reported at its place, what the money table lacks at the first place that needs it. */
export function readUnit(
  units: UnitSystem,
  text: string,
  span: Span,
  diagnostics: Diagnostic[],
): Unit | undefined {
  const { unit, fault } = units.parse(text);
  if (fault === undefined) return unit;
  const code = fault.cause === 'money' ? 'money/way' : 'unit/unknown';
  if (
    fault.cause !== 'money' ||
    !diagnostics.some((said) => said.code === code && said.message === fault.message)
  )
    diagnostics.push(error(code, fault.message, span, { help: fault.help }));
  return undefined;
}
