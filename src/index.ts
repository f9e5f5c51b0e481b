// The library: what the command line uses and a program may use, grouped by stage. Exports only; README.md has an example.

// analyse
export type * from './analyse/index.ts';
export type { Checked } from './check/index.ts';
export { textsOf } from './checking.ts';
// diagnostics
export { inChinese } from './diagnostics/chinese/index.ts';
export type { Diagnostic, DiagnosticRecord, Label, Outcome, Paint, Span } from './diagnostics/index.ts';
export {
  error,
  hasErrors,
  plain,
  printDiagnostics,
  textsOfQuestion,
  toJson,
  warning,
} from './diagnostics/index.ts';
// explain
export type * from './explain/index.ts';
export { layerWord } from './explain/index.ts';
// import
export type * from './import/types.ts';
// language
export { setWords, words } from './language/index.ts';
// load
export type { SourceFile, Sources, TableFile } from './load/types.ts';
// parse: the shapes of files, for editors
export { fileSchemas } from './parse/schema.ts';
// Reading and writing files needs Node and has a door of its own, node.ts. Everything here runs in a browser too.
export { catalogue, check, type Drawing, importIamc, lint, run, runWithDraws } from './pipeline.ts';
export {
  backtest,
  type Comparable,
  type Compared,
  compare,
  explain,
  explainPercentile,
  explanationText,
  type PercentileQuestion,
  type PlanningMeans,
  plan,
  solve,
  stress,
} from './questions.ts';
export type {
  Artifact,
  Artifacts,
  ComparedPack,
  ComparisonOptions,
  Language,
  SummaryTable,
  ToldChange,
  ToldComparison,
  ToldPlan,
} from './render/index.ts';
// render
export {
  backtestTables,
  backtestText,
  kinds,
  readTemplate,
  remarksOn,
  render,
  renderComparison,
  slideKinds,
  solveText,
  stressText,
  summary,
  type Template,
  tellComparison,
  tellPlans,
} from './render/index.ts';
// resolve, check
export type { Program, Quantity } from './resolve/index.ts';
// simulate: draws are computed by workers that the caller starts, or by this thread
export { deviates, type Worker, workerHere } from './simulate/index.ts';
