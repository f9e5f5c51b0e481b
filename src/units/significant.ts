// A number cut to so many significant digits, for all that is shown or written: quick, since a run has hundreds of thousands.

/** The powers of ten that a double holds exactly. */
const POWERS: readonly number[] = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * What `Number(value.toPrecision(digits))` says: the nearest number that has no more significant digits than these.
 * @param digits 1 to 15, so that all of them fit into a whole number that a double holds
 */
export function significant(value: number, digits: number): number {
  const size = Math.abs(value);
  const limit = POWERS[digits] ?? Number.POSITIVE_INFINITY;
  // A year, a zero, a switch; adding nothing makes a plain zero of a negative one.
  if (Number.isInteger(value) && size < limit) return value + 0;
  const places = digits - 1 - Math.floor(Math.log10(size));
  // The logarithm may be a hair off, which at a power of ten is a whole place.
  const shift = scaled(size, places) >= limit ? places - 1 : places;
  const scale = POWERS[Math.abs(shift)];
  if (scale === undefined) return Number(value.toPrecision(digits));
  const exact = scaled(size, shift);
  const whole = Math.round(exact);
  // So near to the middle between two that the scaling may have crossed it.
  if (Math.abs(Math.abs(exact - whole) - 0.5) <= limit * Number.EPSILON)
    return Number(value.toPrecision(digits));
  // Both are whole numbers held exactly, so the quotient is the double nearest to what is written in decimals.
  return Math.sign(value) * (shift < 0 ? whole * scale : whole / scale);
}

const scaled = (size: number, shift: number): number =>
  shift < 0 ? size / (POWERS[-shift] ?? Number.NaN) : size * (POWERS[shift] ?? Number.NaN);
