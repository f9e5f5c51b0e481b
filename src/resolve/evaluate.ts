// One value form -> the numbers of one element, in base units, with their origin. The place where units of values are checked.
import { error, type Span } from '../diagnostics/index.ts';
import type { Located, PathForm, Point, Provenance, ValueForm } from '../parse/index.ts';
import { type Amount, isPure, type UnitSystem } from '../units/index.ts';
import { type DataFiles, readData } from './data.ts';
import { delayOf, shifted, shiftedOrigin, shiftedSpread } from './delay.ts';
import { fade, type Points, valueAt } from './path.ts';
import { readRange } from './range.ts';
import { meantShare } from './share.ts';
import { readSpread } from './spread.ts';
import type { InputQuantity, Layer, Origin, Published, ResolvedCell } from './types.ts';
import { inBaseUnits, readUnit } from './units.ts';

export interface Evaluation {
  readonly quantity: InputQuantity;
  readonly layer: Layer;
  /** The file the value stands in. */
  readonly file: string;
  /** What the head of the file says for values that say nothing themselves. */
  readonly inherited?: Provenance | undefined;
  readonly previous?: ResolvedCell | undefined;
}

export interface Surroundings extends DataFiles {
  readonly units: UnitSystem;
  readonly years: readonly number[];
  readonly baseYear: number;
}

/** A value of one element, whatever its form. */
export type PlainForm = Exclude<ValueForm, { form: 'each' }>;

/** The numbers of one element; undefined, and reported, if the value is at fault. */
export function evaluate(
  form: PlainForm,
  evaluation: Evaluation,
  around: Surroundings,
): ResolvedCell | undefined {
  const cell = numbersOf(form, evaluation, around);
  const value = form.form === 'amount' ? cell?.values[0] : undefined;
  const range = readRange(form.meta.range, value, evaluation.quantity, around.units, around.diagnostics);
  if (cell === undefined || range === undefined) return undefined;
  const stated = { ...cell, origin: { ...cell.origin, ...range } };
  const { spread: said } = form.meta;
  if (said === undefined) return stated;
  const spread = readSpread(said, stated, evaluation.quantity, around);
  if (spread === 'faulty') return undefined;
  const written = spread?.written ?? said.value.written;
  const { provenance } = said.value;
  return { ...stated, origin: { ...stated.origin, spread: { written, provenance } }, spread };
}

function numbersOf(form: PlainForm, evaluation: Evaluation, around: Surroundings): ResolvedCell | undefined {
  const { quantity, previous } = evaluation;
  const { years, diagnostics } = around;
  const { meta } = form;
  const fail = (code: string, message: string, span: Span, help?: string): undefined => {
    diagnostics.push(error(code, message, span, { help }));
  };
  const base = (amount: Located<Amount>): number | undefined =>
    inBaseUnits(amount, quantity, around.units, diagnostics);
  const origin: Origin = {
    layer: evaluation.layer,
    span: meta.span,
    written: meta.written,
    provenance: meta.provenance ?? evaluation.inherited,
    note: meta.note,
    proxy: meta.proxy,
    exceptions: exceptionsOf(form),
    replaces: previous?.origin,
  };

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
    const rest = outside(path);
    return rest === undefined ? undefined : { points: found, ...rest };
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
  const rate = (bound: 'hold' | Located<Amount> | undefined): 'hold' | 'faulty' | number | undefined => {
    if (bound === undefined || bound === 'hold') return bound;
    const unit = readUnit(around.units, bound.value.unit, bound.span, diagnostics);
    if (unit === undefined) return 'faulty';
    const share = bound.value.number * unit.factor;
    if (!isPure(unit))
      fail('value/unit', 'growth a year is a share', bound.span, 'write for example after: 2 %');
    else if (bound.value.unit === '1' && share > 1)
      fail('value/growth', 'growth a year is a share', bound.span, meantShare(share));
    else if (share <= -1)
      fail('value/growth', 'growth of -100 % a year or below leaves nothing to grow', bound.span);
    else return share;
    return 'faulty';
  };
  const outside = (path: Omit<PathForm, 'points'>): Omit<Points, 'points'> | undefined => {
    const [before, after] = [rate(path.before), rate(path.after)];
    return before === 'faulty' || after === 'faulty' ? undefined : { between: path.between, before, after };
  };

  /** One number a year, or the missing years in one message. */
  const everyYear = (
    at: (year: number) => number | undefined,
    extra: Partial<ResolvedCell> = {},
  ): ResolvedCell | undefined => {
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
    const numbers = values.map(Number);
    const endless = years.filter((_, index) => !Number.isFinite(numbers[index]));
    if (endless.length > 0)
      return fail(
        'value/amount',
        `${quantity.name} is too large to compute with in ${spellYears(endless)}`,
        meta.span,
      );
    const isFact = evaluation.layer === 'reference' || evaluation.layer === 'company';
    const knownUntil =
      isFact && form.form === 'amount'
        ? undefined
        : Math.max(around.baseYear, extra.settledUntil ?? extra.observedUntil ?? around.baseYear);
    return { values: numbers, origin, knownUntil, ...extra };
  };

  switch (form.form) {
    case 'amount': {
      const number = base(form.amount);
      if (number === undefined) return undefined;
      return quantity.over === 'base' ? { values: [number], origin } : everyYear(() => number);
    }
    case 'path': {
      const path = points(form.path);
      const settled = form.settled === undefined ? {} : { settledUntil: form.settled };
      return path === undefined ? undefined : everyYear((year) => valueAt(path, year), settled);
    }
    case 'delay': {
      if (previous === undefined)
        return fail(
          'value/base',
          `delay shifts an earlier value of ${quantity.name}, and there is none`,
          meta.span,
        );
      const delayed = delayOf(previous, form.years, years);
      const values = shifted(previous.values, delayed);
      // The provider's own path does not belong to a shifted one.
      const { observedUntil } = previous;
      const at = (year: number): number | undefined => values[years.indexOf(year)];
      if (meta.range !== undefined || meta.spread !== undefined) return everyYear(at, { observedUntil });
      return everyYear(at, {
        observedUntil,
        delayed,
        spread: shiftedSpread(previous.spread, delayed),
        origin: { ...origin, ...shiftedOrigin(previous.origin) },
      });
    }
    case 'from': {
      const data = readData(form.data, evaluation.file, around);
      if (data === undefined) return undefined;
      const own = form.points ?? new Map<number, Point>();
      const twice = [...own].find(([year]) => data.points.has(year));
      if (twice !== undefined)
        return fail(
          'value/path',
          `the data file gives ${twice[0]} itself`,
          twice[1].span,
          'keep one of them',
        );
      const all = new Map<number, Point>([...data.points, ...own].toSorted(([a], [b]) => a - b));
      const path = points({ points: all, ...form.path });
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
      const read = data === undefined ? undefined : readData(data, evaluation.file, around);
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
            `the provider's path ${provided === 0 ? 'is 0 in' : 'has no value for'} ${last}, the last observed year, to be joined at`,
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
        // Without a splice the provider's path is the one used.
        published: until === undefined ? undefined : publishedOf(provider, years),
      });
    }
  }
}

/** Points that say for themselves where they come from. */
function exceptionsOf(form: ValueForm): Origin['exceptions'] {
  const own = [...pointsIn(form)].flatMap(([year, { provenance }]) =>
    provenance === undefined ? [] : [{ year, provenance }],
  );
  return own.length === 0 ? undefined : own;
}

function pointsIn(form: ValueForm): Iterable<readonly [number, Point]> {
  switch (form.form) {
    case 'path':
      return form.path.points;
    case 'observed': {
      const later = form.then?.path;
      const after = later !== undefined && 'points' in later ? (later as PathForm).points : [];
      return [...form.observed.points, ...after];
    }
    case 'from':
      return form.points ?? [];
    default:
      return [];
  }
}

function publishedOf(provider: Points, years: readonly number[]): Published {
  const inside = years.flatMap((year) => {
    const [first, last] = [provider.points[0]?.[0] ?? 0, provider.points.at(-1)?.[0] ?? 0];
    const value = year >= first && year <= last ? valueAt(provider, year) : undefined;
    return value === undefined ? [] : [[year, value] as const];
  });
  return { years: inside.map(([year]) => year), values: inside.map(([, value]) => value) };
}

/** `2024, 2025 and 2031 to 2050`. */
function spellYears(years: readonly number[]): string {
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
