// What a kernel does to many draws at once: the few steps that operators and words are made of when they are compiled.

/**
 * Steps on values `V` and conditions `C` of a row of draws. Each does in every draw what its name says of doubles, rounded once,
 * so that a kernel made of the same steps in the same order as the plain function gives the same bits.
 */
export interface Lanes<V, C> {
  readonly constant: (value: number) => V;
  readonly add: (left: V, right: V) => V;
  readonly subtract: (left: V, right: V) => V;
  readonly multiply: (left: V, right: V) => V;
  readonly divide: (left: V, right: V) => V;
  readonly negate: (value: V) => V;
  readonly absolute: (value: V) => V;
  readonly root: (value: V) => V;
  /** `value` where it is below `best`, else `best`: a value that is not a number does not count. */
  readonly lower: (best: V, value: V) => V;
  /** `value` where it is above `best`, else `best`: a value that is not a number does not count. */
  readonly higher: (best: V, value: V) => V;
  /** Comparisons do not hold where a side is not a number. */
  readonly less: (left: V, right: V) => C;
  readonly atMost: (left: V, right: V) => C;
  readonly equal: (left: V, right: V) => C;
  readonly notNumber: (value: V) => C;
  readonly both: (left: C, right: C) => C;
  readonly either: (left: C, right: C) => C;
  readonly not: (condition: C) => C;
  readonly choose: (condition: C, then: V, otherwise: V) => V;
  /** 2^k of a value that is k + `ROUNDER`, for whole k from -1022 to 1023; 0 for -1023, infinite for 1024, any bits elsewhere. */
  readonly powerOfTwo: (rounded: V) => V;
  /** `value = mantissa * 2^exponent` with a mantissa from about 0.707 to 1.414, for positive normal numbers; any bits elsewhere. */
  readonly exponent: (value: V) => V;
  readonly mantissa: (value: V) => V;
  /** `raiseWhole(base, exponent)` where the exponent is one of those, else `otherwise`. */
  readonly raiseWhole: (base: V, exponent: V, otherwise: V) => V;
}

/** What an operator or a word is to a compiler: values in, value out, for any kind of lanes. */
export type Kernel = <V, C>(lanes: Lanes<V, C>, values: readonly V[]) => V;
