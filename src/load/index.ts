// The load room: the only place that reads a modeller's files.

export { fontCutter } from './fonts.ts';
export { type Loaded, load } from './load.ts';
export { findModels } from './models.ts';
export { type FoundStudy, findStudies } from './studies.ts';
export type { SourceFile, Sources } from './types.ts';
