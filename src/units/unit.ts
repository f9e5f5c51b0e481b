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

/** What stands below a bare 1, if that is all there is: `h` of `1/h`, `h t` of `1/(h t)`, nothing of `1/h t`. */
function under(text: string): string | undefined {
  const match = /^1\/(?:\(([^()]+)\)|([^*/() ]+))$/.exec(text);
  return match?.[1] ?? match?.[2];
}

/** The text of a product, such that mathjs reads it as one: it knows no fraction below a fraction. */
function product(left: string, right: string): string {
  if (left === '1') return right;
  if (right === '1') return left;
  const [below, alsoBelow] = [under(left), under(right)];
  if (below !== undefined && alsoBelow !== undefined) return `1/(${below} ${alsoBelow})`;
  if (below !== undefined) return `${right}/${grouped(below)}`;
  return alsoBelow === undefined ? `${left} ${right}` : `${left}/${grouped(alsoBelow)}`;
}

function quotient(left: string, right: string): string {
  if (right === '1') return left;
  const [below, above] = [under(left), under(right)];
  if (above !== undefined) return product(left, above);
  return below === undefined ? `${left}/${grouped(right)}` : `1/(${below} ${right})`;
}

export const multiply = (left: Unit, right: Unit): Unit => ({
  text: product(left.text, right.text),
  dimension: combine(left.dimension, right.dimension, 1),
  factor: left.factor * right.factor,
});

export const divide = (left: Unit, right: Unit): Unit => ({
  text: quotient(left.text, right.text),
  dimension: combine(left.dimension, right.dimension, -1),
  factor: left.factor / right.factor,
});

const FACTOR = /([A-Za-z][A-Za-z0-9_]*)(?:\^(-?\d+(?:\.\d+)?))?/g;

/** Every factor raised by itself, since mathjs reads no power of a group. */
const raised = (text: string, exponent: number): string =>
  text.replace(FACTOR, (_, name: string, own = '1') => {
    const whole = Number(own) * exponent;
    return whole === 1 ? name : `${name}^${whole}`;
  });

export const power = (unit: Unit, exponent: number): Unit =>
  exponent === 0
    ? ONE
    : {
        text: raised(unit.text, exponent),
        dimension: Object.fromEntries(
          Object.entries(unit.dimension).map(([name, value]) => [name, value * exponent]),
        ),
        factor: unit.factor ** exponent,
      };

export const isPure = (unit: Unit): boolean => Object.keys(unit.dimension).length === 0;

/** True if the two measure the same kind of thing, so that they can be added or compared; of an unknown unit nothing is said. */
export function sameDimension(left: Unit, right: Unit): boolean {
  if (left === UNKNOWN || right === UNKNOWN || left.dimension === right.dimension) return true;
  const names = Object.keys(left.dimension);
  return (
    names.length === Object.keys(right.dimension).length &&
    names.every((name) => left.dimension[name] === right.dimension[name])
  );
}
