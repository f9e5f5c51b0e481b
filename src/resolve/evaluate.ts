// One value form -> the numbers of one element, in base units, with their origin. The place where units of values are checked.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import type { Located, Parsed, PathForm, Provenance, ValueForm } from '../parse/index.ts';
import {
  type Amount,
  isPure,
  printAmount,
  sameDimension,
  sideBySide,
  type UnitSystem,
} from '../units/index.ts';
import { readData } from './data.ts';
import { fade, type Points, valueAt } from './path.ts';
import type { InputQuantity, Layer, Origin, Published, ResolvedCell } from './types.ts';
import { readUnit } from './units.ts';

export interface Evaluation {
  readonly quantity: InputQuantity;
  readonly layer: Layer;
  /** The file the value stands in. */
  readonly file: string;
  /** What the head of the file says for values that say nothing themselves. */
  readonly inherited?: Provenance | undefined;
  readonly previous?: ResolvedCell | undefined;
}

export interface Surroundings {
  readonly units: UnitSystem;
  readonly years: readonly number[];
  readonly parsed: Parsed;
  readonly diagnostics: Diagnostic[];
}

export function evaluate(
  form: Exclude<ValueForm, { form: 'each' }>,
  evaluation: Evaluation,
  around: Surroundings,
): ResolvedCell | undefined {
  const { quantity, previous } = evaluation;
  const { years, diagnostics } = around;
  const { meta } = form;
  const fail = (code: string, message: string, span: Span, help?: string): undefined => {
    diagnostics.push(error(code, message, span, { help }));
  };
  const base = baseReader(quantity, around);
  const faults = diagnostics.length;
  const origin: Origin = {
    layer: evaluation.layer,
    span: meta.span,
    written: meta.written,
    provenance: meta.provenance ?? evaluation.inherited,
    note: meta.note,
    range: meta.range?.map(({ value }) => printAmount(value)).join(' to '),
    proxy: meta.proxy,
    exceptions: exceptionsOf(form),
    replaces: previous?.origin,
  };
  if (meta.range !== undefined) for (const bound of meta.range) base(bound);

  if (quantity.over === 'base' && form.form !== 'amount')
    return fail(
      'value/base',
      `${quantity.name} is known for the base year alone: it takes one amount`,
      meta.span,
    );

  /** Points with `base` replaced by the value of the layer before. */
  const points = (path: PathForm): Points | undefined => {
    const found: [number, number][] = [];
    for (const [year, { value, span }] of path.points) {
      const number = value === 'base' ? previousAt(year, span) : base({ value, span });
      if (number === undefined) return undefined;
      found.push([year, number]);
    }
    return { points: found, ...outside(path) };
  };
  const previousAt = (year: number, span: Span): number | undefined => {
    const number = previous?.values[years.indexOf(year)];
    if (number === undefined)
      return fail(
        'value/base',
        previous === undefined
          ? `base stands for an earlier value of ${quantity.name}, and there is none`
          : `base stands for the value of ${year}, which is outside the study's years`,
        span,
      );
    return number;
  };
  const rate = (bound: 'hold' | Located<Amount> | undefined): 'hold' | number | undefined => {
    if (bound === undefined || bound === 'hold') return bound;
    const unit = readUnit(around.units, bound.value.unit, bound.span, diagnostics);
    if (unit !== undefined && !isPure(unit))
      fail('value/unit', 'growth a year is a share', bound.span, 'write for example after: 2 %');
    return bound.value.number * (unit?.factor ?? 1);
  };
  const outside = (path: Omit<PathForm, 'points'>): Omit<Points, 'points'> => ({
    between: path.between,
    before: rate(path.before),
    after: rate(path.after),
  });

  /** One number a year, or the missing years in one message. */
  const everyYear = (
    at: (year: number) => number | undefined,
    extra: Partial<ResolvedCell> = {},
  ): ResolvedCell | undefined => {
    if (diagnostics.length > faults) return undefined;
    const values = years.map(at);
    const missing = years.filter((_, index) => values[index] === undefined);
    if (missing.length > 0) {
      if (!missing.includes(years[0] ?? 0) && !missing.includes(years.at(-1) ?? 0))
        return fail(
          'value/years',
          `${quantity.name} has no value for ${spellYears(missing)}`,
          meta.span,
          'the path says between: none, so every year between its first and last is named',
        );
      const early = missing.includes(years[0] ?? 0);
      const late = missing.includes(years.at(-1) ?? 0);
      const [side, keys] =
        early && late
          ? ['around', 'before: hold and after: hold']
          : early
            ? ['before', 'before: hold']
            : ['after', 'after: hold'];
      return fail(
        'value/years',
        `${quantity.name} has no value for ${spellYears(missing)}`,
        meta.span,
        `name years ${side} them, or say ${keys} (or a growth rate such as 2 % in place of hold)`,
      );
    }
    return { values: values.map(Number), origin, ...extra };
  };

  switch (form.form) {
    case 'amount': {
      const number = base(form.amount);
      if (number === undefined) return undefined;
      return quantity.over === 'base' ? { values: [number], origin } : everyYear(() => number);
    }
    case 'path': {
      const path = points(form.path);
      return path === undefined ? undefined : everyYear((year) => valueAt(path, year));
    }
    case 'delay': {
      if (previous === undefined)
        return fail(
          'value/base',
          `delay shifts an earlier value of ${quantity.name}, and there is none`,
          meta.span,
        );
      // Neither observed years nor the provider's own path belong to a shifted one.
      return everyYear((year) => previous.values[Math.max(0, years.indexOf(year) - form.years)]);
    }
    case 'from': {
      const data = readData(form.data, evaluation.file, around.parsed, diagnostics);
      if (data === undefined) return undefined;
      const path = points({ points: data.points, ...form.path });
      // A data file speaks for its numbers, unless the value says more.
      const speaking = { ...origin, provenance: meta.provenance ?? data.provenance ?? evaluation.inherited };
      return path === undefined ? undefined : everyYear((year) => valueAt(path, year), { origin: speaking });
    }
    case 'observed': {
      const observed = points(form.observed);
      const last = observed?.points.at(-1)?.[0];
      if (observed === undefined || last === undefined) return undefined;
      if (form.then === undefined)
        return everyYear((year) => valueAt(observed, year), { observedUntil: last });
      const { data, path } = form.then;
      const read =
        data === undefined ? undefined : readData(data, evaluation.file, around.parsed, diagnostics);
      if (data !== undefined && read === undefined) return undefined;
      const provider = points(read === undefined ? (path as PathForm) : { points: read.points, ...path });
      if (provider === undefined) return undefined;
      let ratio = 1;
      const until = form.spliceUntil;
      if (until !== undefined) {
        const [seen, provided] = [valueAt(observed, last), valueAt(provider, last)];
        if (seen === undefined || provided === undefined || provided === 0)
          return fail(
            'value/splice',
            `the provider's path has no value for ${last}, the last observed year, to be joined at`,
            until.span,
          );
        if (until.value <= last)
          return fail('value/splice', `the ratio fades after the last observed year, ${last}`, until.span);
        ratio = seen / provided;
      }
      const at = (year: number): number | undefined => {
        if (year <= last) return valueAt(observed, year);
        const value = valueAt(provider, year);
        return value === undefined
          ? undefined
          : value * (until === undefined ? 1 : fade(ratio, last, until.value, year));
      };
      const later = form.then.provenance ?? read?.provenance;
      return everyYear(at, {
        origin: { ...origin, later },
        observedUntil: last,
        published: publishedOf(provider, years),
      });
    }
  }
}

/** Points that say for themselves where they come from. */
function exceptionsOf(form: ValueForm): Origin['exceptions'] {
  const points =
    form.form === 'path' ? form.path.points : form.form === 'observed' ? form.observed.points : [];
  const own = [...points].flatMap(([year, { provenance }]) =>
    provenance === undefined ? [] : [{ year, provenance }],
  );
  return own.length === 0 ? undefined : own;
}

function publishedOf(provider: Points, years: readonly number[]): Published {
  const inside = years.flatMap((year) => {
    const [first, last] = [provider.points[0]?.[0] ?? 0, provider.points.at(-1)?.[0] ?? 0];
    const value = year >= first && year <= last ? valueAt(provider, year) : undefined;
    return value === undefined ? [] : [[year, value] as const];
  });
  return { years: inside.map(([year]) => year), values: inside.map(([, value]) => value) };
}

/** Turns amounts into base units of a quantity; a unit of another kind is reported with both sides. */
function baseReader(
  quantity: InputQuantity,
  { units, diagnostics }: Surroundings,
): (amount: Located<Amount>) => number | undefined {
  return ({ value, span }) => {
    const unit = readUnit(units, value.unit, span, diagnostics);
    if (unit === undefined) return undefined;
    if (!sameDimension(unit, quantity.unit)) {
      diagnostics.push(
        error(
          'value/unit',
          `${quantity.name} is ${quantity.unit.text === '1' ? 'a pure number' : `measured in ${quantity.unit.text}`}`,
          span,
          {
            text: value.unit === '1' ? 'no unit' : value.unit,
            notes: sideBySide(['declared', quantity.unit], ['here', unit]),
            help:
              value.unit === '1'
                ? `write ${value.number} ${quantity.unit.text}, if that is what it is`
                : undefined,
          },
        ),
      );
      return undefined;
    }
    return value.number * unit.factor;
  };
}

/** `2024, 2025 and 2031 to 2050`. */
export function spellYears(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  const parts = runs.map(([from, to]) =>
    from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`,
  );
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
