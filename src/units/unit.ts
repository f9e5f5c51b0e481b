// A unit as data: which dimensions it has and how large it is in base units. For everyone who adds, multiplies or compares units.

/** Exponent by dimension name, zeros left out; the empty record is a pure number. */
export type Dimension = Readonly<Record<string, number>>;

export interface Unit {
  /** As a person wrote it, or composed from what they wrote. */
  readonly text: string;
  readonly dimension: Dimension;
  /** What one of this unit is in base units (kg, m, s, gCO2e, one unit of the reporting money). */
  readonly factor: number;
}

export const ONE: Unit = { text: '1', dimension: {}, factor: 1 };

/** Stands in for a unit that could not be read, so that one fault is not reported again wherever its quantity is used. */
export const UNKNOWN: Unit = { text: 'an unknown unit', dimension: {}, factor: 1 };

const combine = (left: Dimension, right: Dimension, sign: 1 | -1): Dimension => {
  const exponents = new Map(Object.entries(left));
  for (const [name, exponent] of Object.entries(right))
    exponents.set(name, (exponents.get(name) ?? 0) + sign * exponent);
  return Object.fromEntries(
    [...exponents].filter(([, exponent]) => exponent !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** A divisor of several factors needs parentheses: a/(b*c). */
const grouped = (text: string): string => (/[*/ ]/.test(text) ? `(${text})` : text);

export const multiply = (left: Unit, right: Unit): Unit => ({
  text: left.text === '1' ? right.text : right.text === '1' ? left.text : `${left.text} ${right.text}`,
  dimension: combine(left.dimension, right.dimension, 1),
  factor: left.factor * right.factor,
});

export const divide = (left: Unit, right: Unit): Unit => ({
  text: right.text === '1' ? left.text : `${left.text}/${grouped(right.text)}`,
  dimension: combine(left.dimension, right.dimension, -1),
  factor: left.factor / right.factor,
});

export const power = (unit: Unit, exponent: number): Unit => ({
  text: isPure(unit) ? unit.text : `${grouped(unit.text)}^${exponent}`,
  dimension: Object.fromEntries(
    Object.entries(exponent === 0 ? {} : unit.dimension).map(([name, value]) => [name, value * exponent]),
  ),
  factor: unit.factor ** exponent,
});

export const isPure = (unit: Unit): boolean => Object.keys(unit.dimension).length === 0;

/** True if the two measure the same kind of thing, so that they can be added or compared; of an unknown unit nothing is said. */
export const sameDimension = (left: Unit, right: Unit): boolean =>
  left === UNKNOWN ||
  right === UNKNOWN ||
  Object.keys(combine(left.dimension, right.dimension, -1)).length === 0;
