// The formula language: what a formula may say, how it is printed, what its words do.
export * from './arithmetic.ts';
export * from './expression.ts';
export type { Kernel, Lanes } from './lanes.ts';
export { FAR, normalKernels, normalQuantile } from './normal.ts';
export * from './print.ts';
export * from './word.ts';
export { exponential, exponentialKernel } from './words/exp.ts';
export { logarithm, logarithmKernel } from './words/log.ts';
export * from './words.ts';
