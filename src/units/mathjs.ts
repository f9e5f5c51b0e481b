// The few things we ask of mathjs's units, typed; the library's own types leave them open.
import { createUnitClass } from 'mathjs';

interface MathjsUnit {
  readonly value: number;
  /** Exponents in the order of `baseDimensions`; shorter if a dimension was opened later. */
  readonly dimensions: readonly number[];
  readonly units: readonly {
    readonly unit: { readonly name: string };
    readonly prefix: { readonly name: string };
  }[];
}

interface MathjsUnits {
  readonly unit: (value: number, text: string) => MathjsUnit;
  readonly createUnit: (
    name: string,
    options: { readonly definition?: string | undefined; readonly prefixes?: 'short' | undefined },
  ) => void;
  readonly isUnitName: (name: string) => boolean;
  readonly baseDimensions: () => readonly string[];
}

interface UnitClass {
  new (value: number, text: string): MathjsUnit;
  readonly createUnitSingle: MathjsUnits['createUnit'];
  readonly isValuelessUnit: (name: string) => boolean;
  readonly BASE_DIMENSIONS: readonly string[];
}

// mathjs exports its factories and leaves them out of its types.
declare module 'mathjs' {
  const createUnitClass: (scope: typeof arithmetic) => UnitClass;
}

/** Kinds of number, and steps, that our units never ask for. */
class Never {}

/** What mathjs's units compute with: plain numbers. Its own arithmetic takes twenty times as long to set up. */
const arithmetic = {
  config: {},
  addScalar: Never,
  subtractScalar: Never,
  multiplyScalar: (left: number, right: number) => left * right,
  divideScalar: Never,
  pow: (base: number, exponent: number) => base ** exponent,
  abs: Math.abs,
  fix: Math.trunc,
  round: Math.round,
  equal: Never,
  isNumeric: () => true,
  format: String,
  number: Number,
  Complex: Never,
  BigNumber: Never,
  Fraction: Never,
};

/** A fresh set of units; those made in one never show up in another. */
export function createMathjsUnits(): MathjsUnits {
  const Unit = createUnitClass(arithmetic);
  return {
    unit: (value, text) => new Unit(value, text),
    createUnit: (name, options) => Unit.createUnitSingle(name, options),
    isUnitName: (name) => Unit.isValuelessUnit(name),
    baseDimensions: () => Unit.BASE_DIMENSIONS,
  };
}
