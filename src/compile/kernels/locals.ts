// The locals of a function while its code is written.
import type { ValueType } from './wasm.ts';

export interface Locals {
  /** The local of a new value. */
  readonly add: (type: ValueType) => number;
  readonly types: readonly ValueType[];
}

export function makeLocals(parameters: number): Locals {
  const types: ValueType[] = [];
  return { types, add: (type) => parameters + types.push(type) - 1 };
}
