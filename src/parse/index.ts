// What later stages know of files: kinds, places, provenance. Exports only, and nothing that reads YAML: that is parse.ts and schema.ts,
// for those who have something to read.
export { parsedAhead } from './gather.ts';
export type { Example } from './kinds/model.ts';
export type { Title } from './kinds/shared.ts';
export { listOf } from './lists.ts';
export { prepared } from './prepared.ts';
export { readProvenance as readProvenanceOf, wholePlace } from './provenance.ts';
export { keyAt, keysInOrder, type Path, type Spans, spanAt } from './spans.ts';
export * from './spread-types.ts';
export { addText, type BothLanguages, type Texts } from './texts.ts';
export * from './types.ts';
export * from './value-types.ts';
