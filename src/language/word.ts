// What a word of the formula language is; one file a word says it, words.ts lists them.
import type { Kernel } from './lanes.ts';

/**
 * How units go through a word:
 * `same`: all arguments measure the same thing and so does the result;
 * `pure`: arguments and result are pure numbers;
 * `root`: the result is the square root of the argument's unit;
 * `choice`: the first argument is a condition (a pure number), the others are `same`.
 */
type UnitRule = 'same' | 'pure' | 'root' | 'choice';

export interface Word {
  readonly name: string;
  /** As a help text shows it: `max(a, b, ...)`. */
  readonly signature: string;
  readonly about: { readonly en: string; readonly zh: string };
  readonly example: string;
  readonly fewest: number;
  /** Infinity for any number. */
  readonly most: number;
  readonly units: UnitRule;
  /** The value for one year, element and draw: the same bits on every machine. */
  readonly evaluate: (values: readonly number[]) => number;
  /** The same for many draws at once, as a kernel computes them: the same bits as `evaluate`. */
  readonly kernel: Kernel;
}
