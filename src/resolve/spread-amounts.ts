// The numbers of a spread: shares of the value, or amounts in the unit of the input; never both in one spread.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import type { Located, SpreadAmount } from '../parse/index.ts';
import { type Amount, isPure, printAmount, type UnitSystem } from '../units/index.ts';
import type { Spread } from './spread-types.ts';
import { inBaseUnits, type Measured, readUnit } from './units.ts';

interface Context {
  readonly units: UnitSystem;
  readonly diagnostics: Diagnostic[];
}

export interface Parts {
  readonly kind: Spread['kind'];
  /** Shares, or amounts in base units. */
  readonly numbers: readonly number[];
}

/**
 * Reads the numbers of one spread, which are all of one kind; undefined, and reported, if they are at fault.
 * @param shares `always` where the kind of spread knows shares of the value only
 */
export function readParts(
  parts: readonly Located<SpreadAmount>[],
  quantity: Measured,
  context: Context,
  shares?: 'always',
): Parts | undefined {
  const kinds = parts.map(({ value }) => kindOf(value, quantity, shares));
  const [kind = 'relative'] = kinds;
  const other = parts[kinds.findIndex((each) => each !== kind)];
  const [first] = parts;
  if (shares === 'always' && kinds.includes('absolute')) {
    const odd = parts[kinds.indexOf('absolute')] ?? first;
    if (odd !== undefined)
      context.diagnostics.push(
        error(
          'spread/share',
          `this is a share of the value, not ${printAmount(odd.value.amount)}`,
          odd.span,
          {
            help: 'write for example 25 %',
          },
        ),
      );
    return undefined;
  }
  if (other !== undefined && first !== undefined) {
    context.diagnostics.push(
      error('spread/mixed', 'shares of the value and amounts do not go together in one spread', other.span, {
        also: [{ span: first.span, text: kind === 'relative' ? 'a share of the value' : 'an amount' }],
        help:
          kind === 'relative'
            ? 'write this as a deviation too: -20 % of value'
            : `write both in ${quantity.unit.text}`,
      }),
    );
    return undefined;
  }
  const numbers = parts.map(({ value, span }) =>
    kind === 'relative'
      ? readShare({ value: value.amount, span }, context)
      : inBaseUnits({ value: value.amount, span }, quantity, context.units, context.diagnostics),
  );
  return numbers.includes(undefined) ? undefined : { kind, numbers: numbers.map(Number) };
}

/** Per cent are shares of the value; where the input is itself a pure number they are amounts, unless they say `of value`. */
const kindOf = ({ amount, ofValue }: SpreadAmount, { unit }: Measured, shares?: 'always'): Spread['kind'] =>
  ofValue || (amount.unit === '%' && (shares === 'always' || !isPure(unit))) ? 'relative' : 'absolute';

/** A share such as 25 %, as a number. */
export function readShare(
  { value, span }: Located<Amount>,
  { units, diagnostics }: Context,
): number | undefined {
  const unit = readUnit(units, value.unit, span, diagnostics);
  if (unit === undefined) return undefined;
  if (isPure(unit)) return value.number * unit.factor;
  diagnostics.push(error('value/unit', 'a chance is a share', span, { help: 'write for example 30 %' }));
  return undefined;
}
