// The write room: the only place that leaves files behind.

export { encoded } from './encoded.ts';
export { environment } from './environment.ts';
export { writeFolder } from './folder.ts';
export { keptInputs } from './inputs.ts';
export { comparisonRecord, type RunOptions, runRecord } from './record.ts';
export { writeTogether } from './together.ts';
export { isUnchanged } from './unchanged.ts';
export { type Written, write } from './write.ts';
