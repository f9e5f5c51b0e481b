// The few things we ask of mathjs's units, typed; the library's own types leave them open.
import {
  create,
  createUnitDependencies,
  type FactoryFunctionMap,
  parseDependencies,
  unitDependencies,
} from 'mathjs';

interface MathjsUnit {
  readonly value: number;
  /** Exponents in the order of `baseDimensions`; shorter if a dimension was opened later. */
  readonly dimensions: readonly number[];
  readonly units: readonly {
    readonly unit: { readonly name: string };
    readonly prefix: { readonly name: string };
  }[];
}

export interface MathjsUnits {
  readonly unit: (value: number, text: string) => MathjsUnit;
  readonly createUnit: (name: string, options: { definition?: string; prefixes: 'short' | 'none' }) => void;
  readonly isUnitName: (name: string) => boolean;
  readonly baseDimensions: () => readonly string[];
}

/** A fresh set of units; those made in one never show up in another. */
export function createMathjsUnits(): MathjsUnits {
  const dependencies = {
    parseDependencies,
    unitDependencies,
    createUnitDependencies,
  } as unknown as FactoryFunctionMap;
  const math = create(dependencies) as unknown as Pick<MathjsUnits, 'unit' | 'createUnit'> & {
    Unit: { BASE_DIMENSIONS: readonly string[]; isValuelessUnit(name: string): boolean };
  };
  return {
    unit: (value, text) => math.unit(value, text),
    createUnit: (name, options) => math.createUnit(name, options),
    isUnitName: (name) => math.Unit.isValuelessUnit(name),
    baseDimensions: () => math.Unit.BASE_DIMENSIONS,
  };
}
