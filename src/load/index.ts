// The load room: the only place that reads a modeller's files.

export { loadCodelists } from './codelists.ts';
export { fontCutter } from './fonts.ts';
export { type Loaded, load } from './load.ts';
export { findCodelists, findModels, findReferences, projectOf, schemaFolder } from './models.ts';
export {
  checksumOf,
  INPUTS,
  isPack,
  type PackRecord,
  RECORD,
  readFolder,
  readPack,
  type Standing,
  standingOf,
  TEMPLATE,
} from './pack.ts';
export { loadPage } from './page.ts';
export { outlined, rasteriser } from './rasteriser.ts';
export { LARGEST } from './read.ts';
export { loadStarter, type StarterFile } from './starter.ts';
export { type FoundStudy, findStudies } from './studies.ts';
export { openTable } from './table.ts';
export { loadTemplate, type TemplateFile } from './template.ts';
export type { SourceFile, Sources, TableFile } from './types.ts';
