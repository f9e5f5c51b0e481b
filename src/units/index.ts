// Units, substances and money: everything about what a number measures.
export * from './amount.ts';
export * from './dimension-names.ts';
export * from './money.ts';
export type { DeclaredUnit } from './prelude.ts';
export * from './significant.ts';
export * from './system.ts';
export * from './unit.ts';
