// From what a file says of a spread to the deviation of one cell: units read, the value inside it, a weight for every year.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { exponential } from '../language/index.ts';
import type { Ended, SpreadForm } from '../parse/index.ts';
import { isPure, printAmount, showAmount, type UnitSystem } from '../units/index.ts';
import { shiftedSpread } from './delay.ts';
import { type Parts, readParts, readShare } from './spread-amounts.ts';
import type { Shape, Spread } from './spread-types.ts';
import type { InputQuantity, ResolvedCell } from './types.ts';

export interface SpreadContext {
  readonly units: UnitSystem;
  readonly years: readonly number[];
  readonly baseYear: number;
  readonly diagnostics: Diagnostic[];
}

/** The value that a spread belongs to. */
interface Subject {
  readonly cell: ResolvedCell;
  readonly quantity: InputQuantity;
  /** Years of the study that have passed: no draw changes them. */
  readonly known: number;
  readonly span: Span;
}

type Sized = Pick<Spread, 'kind' | 'shape'>;

/**
 * The spread of a cell; undefined where there is none.
 * @returns `faulty` if it is at fault, which is reported
 */
export function readSpread(
  { value, span }: SpreadForm,
  cell: ResolvedCell,
  quantity: InputQuantity,
  context: SpreadContext,
): Spread | 'faulty' | undefined {
  if (value.kind === 'none') return undefined;
  const known = knownYears(cell, context);
  const subject: Subject = { cell, quantity, known, span };
  if (cell.knownUntil !== undefined && known === cell.values.length) {
    const message = `${quantity.name} is known in every year of the study: nothing is left to differ`;
    context.diagnostics.push(error('spread/known', message, span, { help: 'drop the spread' }));
    return 'faulty';
  }
  const sized = size(value, subject, context);
  if (sized === undefined) return 'faulty';
  const weights = weightsOf(sized, subject);
  if (weights.every((weight) => weight === 0)) {
    const message = `${quantity.name} is 0, and a share of it is nothing`;
    context.diagnostics.push(
      error('spread/width', message, span, { help: 'write a spread in amounts, such as a triangular one' }),
    );
    return 'faulty';
  }
  const overRange = isEnded(value.kind) && !('ends' in value);
  return {
    ...sized,
    weights,
    written: overRange ? `${value.kind} over ${cell.origin.rangeWritten}` : value.written,
    span,
  };
}

/** The spread that a study lays over a value that states a range and no spread. */
export function spreadOverRange(
  kind: Ended,
  cell: ResolvedCell,
  quantity: InputQuantity,
  context: SpreadContext,
): Spread | 'faulty' | undefined {
  if (cell.delayed !== undefined) {
    const { path } = cell.delayed;
    const found =
      path.origin.spread === undefined ? spreadOverRange(kind, path, quantity, context) : path.spread;
    return found === 'faulty' ? found : shiftedSpread(found, cell.delayed);
  }
  const { range, span } = cell.origin;
  const known = knownYears(cell, context);
  if (range === undefined || range[0] === range[1]) return undefined;
  if (cell.knownUntil !== undefined && known === cell.values.length) return undefined;
  return readSpread({ value: { kind, written: kind }, span }, cell, quantity, context);
}

const isEnded = (kind: string): kind is Ended => ['triangular', 'pert', 'uniform'].includes(kind);

const knownYears = ({ knownUntil }: ResolvedCell, { years }: SpreadContext): number =>
  knownUntil === undefined ? 0 : years.filter((year) => year <= knownUntil).length;

function size(
  value: Exclude<SpreadForm['value'], { kind: 'none' }>,
  subject: Subject,
  context: SpreadContext,
): Sized | undefined {
  const { quantity, known, span } = subject;
  const fail = (code: string, message: string, help?: string, place = span): undefined => {
    context.diagnostics.push(error(code, message, place, { help }));
  };
  switch (value.kind) {
    case 'triangular':
    case 'pert':
    case 'uniform': {
      const parts =
        value.ends === undefined
          ? rangeParts(subject)
          : readParts([value.ends.low, value.ends.high], quantity, context);
      if (parts === undefined)
        return value.ends !== undefined
          ? undefined
          : fail(
              'spread/range',
              `${value.kind} alone takes its ends from a range, and ${quantity.name} states none`,
              `add range: [low, high], or write spread: { ${value.kind}: { low: -20 %, high: 30 % } }`,
            );
      const ends = around(parts, subject, context);
      return ends === undefined ? undefined : { kind: parts.kind, shape: { kind: value.kind, ...ends } };
    }
    case 'normal':
    case 'lognormal': {
      const { low, high } = value.cut;
      const given = [value.sd, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])];
      const shares = value.kind === 'lognormal' ? 'always' : undefined;
      const { amount, ofValue } = value.sd.value;
      if (shares === undefined && amount.unit === '%' && !ofValue && isPure(quantity.unit))
        return fail(
          'spread/share',
          `${printAmount(amount)} of what? ${quantity.name} is itself a pure number`,
          `write ${printAmount(amount)} of value, or ${amount.number / 100} for an amount`,
          value.sd.span,
        );
      const parts = readParts(given, quantity, context, shares);
      if (parts === undefined) return undefined;
      const [sd = Number.NaN, ...rest] = parts.numbers;
      if (sd <= 0)
        return fail('spread/width', 'a standard deviation is above zero', undefined, value.sd.span);
      const numbers = [
        low === undefined ? Number.NEGATIVE_INFINITY : (rest[0] ?? Number.NaN),
        high === undefined ? Number.POSITIVE_INFINITY : (rest.at(-1) ?? Number.NaN),
      ];
      // A standard deviation is a distance; the ends are values, of which the deviation is taken.
      const ends = around({ kind: parts.kind, numbers }, subject, context);
      if (ends === undefined) return undefined;
      if (value.kind === 'lognormal' && low !== undefined && ends.low <= -1)
        return fail(
          'spread/cut',
          'a lognormal spread never reaches -100 % of the value: there is nothing to cut',
          'drop low, or raise it',
          low.span,
        );
      const cut = {
        ...(low === undefined ? {} : { low: ends.low }),
        ...(high === undefined ? {} : { high: ends.high }),
      };
      return { kind: parts.kind, shape: { kind: value.kind, sd, ...cut } };
    }
    case 'discrete':
      return discrete(value.points, subject, context);
    case 'mean_reverting': {
      if (quantity.over === 'base')
        return fail(
          'spread/path',
          `${quantity.name} is known for the base year alone, and shocks come year by year`,
          'write { lognormal: { sd: 25 % } }',
        );
      const parts = readParts([value.sd], quantity, context, 'always');
      if (parts === undefined) return undefined;
      const [sd = Number.NaN] = parts.numbers;
      if (sd <= 0)
        return fail('spread/width', 'a standard deviation is above zero', undefined, value.sd.span);
      // What is left of a deviation after one year: half to the power of one over the years that halve it.
      const persistence = exponential(-Math.LN2 / value.halfLife);
      const start = Math.max(known, context.years.indexOf(context.baseYear) + 1);
      return { kind: 'relative', shape: { kind: 'mean_reverting', sd, persistence, known: start } };
    }
  }
}

const rangeParts = ({ cell }: Subject): Parts | undefined =>
  cell.origin.range === undefined ? undefined : { kind: 'absolute', numbers: cell.origin.range };

/** 1.1 t and 1100 kg are the same number but for its last digit. */
const SLACK = 1e-12;

/** The deviation that leads from the value to a number; one that differs by the last digits is the value. */
function deviationTo(number: number, kind: Spread['kind'], { cell }: Subject): number {
  if (kind === 'relative') return number;
  const central = cell.values.at(-1) ?? Number.NaN;
  const deviation = number - central;
  return Math.abs(deviation) <= SLACK * Math.max(Math.abs(number), Math.abs(central)) ? 0 : deviation;
}

/** Deviations of two ends with the value between them. */
function around(
  { kind, numbers }: Parts,
  subject: Subject,
  { diagnostics }: SpreadContext,
): { readonly low: number; readonly high: number } | undefined {
  const { quantity, cell, span } = subject;
  const [low = Number.NaN, high = Number.NaN] = numbers.map((number) => deviationTo(number, kind, subject));
  if (low <= 0 && high >= 0 && low < high) return { low, high };
  const amount = (number: number): string => showAmount(number, quantity.unit);
  const moves = cell.values.some((value) => value !== cell.values.at(-1));
  const when = moves ? ' in its last year' : '';
  const [from, to] = numbers.map((number) => (Number.isFinite(number) ? amount(number) : 'no end'));
  diagnostics.push(
    low === high
      ? error('spread/width', 'a spread leads from a lower to a higher end', span)
      : kind === 'relative'
        ? error('spread/central', `${quantity.name} itself lies outside its spread`, span, {
            help: 'the ends are deviations: low: -20 % is a fifth below the value, high: 30 % above it',
          })
        : error(
            'spread/central',
            `${quantity.name}, ${amount(cell.values.at(-1) ?? Number.NaN)}${when}, lies outside its spread, ${from} to ${to}`,
            span,
            { help: when === '' ? undefined : 'ends beside a path are those of its last year' },
          ),
  );
  return undefined;
}

function discrete(
  points: Extract<SpreadForm['value'], { kind: 'discrete' }>['points'],
  subject: Subject,
  context: SpreadContext,
): Sized | undefined {
  const { quantity, cell, span } = subject;
  const fail = (code: string, message: string, help?: string, place = span): undefined => {
    context.diagnostics.push(error(code, message, place, { help }));
  };
  const parts = readParts(
    points.map(({ is }) => is),
    quantity,
    context,
  );
  const chances = points.map(({ chance }) => readShare(chance, context));
  if (parts === undefined || chances.includes(undefined)) return undefined;
  const found = points
    .map((_, index) => ({
      deviation: deviationTo(parts.numbers[index] ?? Number.NaN, parts.kind, subject),
      chance: chances[index] ?? Number.NaN,
    }))
    .toSorted((left, right) => left.deviation - right.deviation);
  const sum = found.reduce((total, { chance }) => total + chance, 0);
  if (found.some(({ chance }) => chance <= 0) || Math.abs(sum - 1) > 1e-9)
    return fail(
      'spread/chances',
      `chances are above zero and add up to 100 %; here ${Number((100 * sum).toPrecision(6))} %`,
    );
  if (found.some(({ deviation }, index) => deviation === found[index + 1]?.deviation))
    return fail('spread/width', 'two of the values are the same', 'add up their chances');
  if (!found.some(({ deviation }) => deviation === 0))
    return fail(
      'spread/central',
      `${quantity.name}, ${showAmount(cell.values.at(-1) ?? Number.NaN, quantity.unit)}, is none of the values of its spread`,
      'name it among them, with its chance',
    );
  return { kind: parts.kind, shape: { kind: 'discrete', points: found } satisfies Shape };
}

/**
 * How much of the deviation each year takes. A relative one is a share of each year's value. An absolute one is that of the
 * last year: it grows as far as the path has come from its last known year; a path that turns or does not move takes it as a whole.
 */
function weightsOf(
  { kind, shape }: Sized,
  { cell: { values, knownUntil }, known }: Subject,
): readonly number[] {
  const still = shape.kind === 'mean_reverting' ? shape.known : known;
  if (kind === 'relative') return values.map((value, index) => (index < still ? 0 : value));
  if (knownUntil === undefined) return values.map(() => 1);
  const start = values[known - 1] ?? Number.NaN;
  const end = values.at(-1) ?? Number.NaN;
  const steps = values.slice(known).map((value, index) => value - (values[known + index - 1] ?? Number.NaN));
  const oneWay = end !== start && steps.every((step) => step * (end - start) >= 0);
  return values.map((value, index) => {
    if (index < known) return 0;
    return oneWay ? (value - start) / (end - start) : 1;
  });
}
