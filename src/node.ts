// The library beside files: reads a study with all that it names and writes a pack, on Node only. Exports only.

export { version } from './cli/version.ts';
export {
  fontCutter,
  type Loaded,
  load,
  loadPage,
  outlined,
  rasteriser,
} from './load/index.ts';
export { environment, keptInputs, type RunOptions, runRecord, type Written, write } from './write/index.ts';
