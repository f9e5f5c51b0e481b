// What the parse stage hands on: every file by its kind, its shape checked, its formulas as trees; names and units not yet looked at.
import type * as z from 'zod';
import type { chartSchema } from './kinds/chart.ts';
import type { codelistSchema } from './kinds/codelist.ts';
import type { disclosureSchema, standardsSchema } from './kinds/disclosure.ts';
import type { ModelFile } from './kinds/model.ts';
import type { planSchema, ReadPlan } from './kinds/plan.ts';
import type { registerSchema } from './kinds/register.ts';
import type { ReadValues } from './kinds/shared.ts';
import type { dataSchema, moneySchema } from './kinds/tables.ts';
import type {
  companySchema,
  overlaySchema,
  referenceSchema,
  scenarioSchema,
  strategySchema,
  studySchema,
} from './kinds/values.ts';
import type { Spans } from './spans.ts';
import type { BothLanguages } from './texts.ts';

interface File<Kind extends string, Content> extends Partial<BothLanguages> {
  readonly kind: Kind;
  readonly path: string;
  readonly spans: Spans;
  readonly content: Content;
}

export type ReferenceFile = File<'reference', z.infer<typeof referenceSchema>> & ReadValues;
export type CompanyFile = File<'company', z.infer<typeof companySchema>> & ReadValues;
export type ScenarioFile = File<'scenario', z.infer<typeof scenarioSchema>> & ReadValues;
export type OverlayFile = File<'overlay', z.infer<typeof overlaySchema>> & ReadValues;
export type StrategyFile = File<'strategy', z.infer<typeof strategySchema>> & ReadValues;
export type StudyFile = File<'study', z.infer<typeof studySchema>> & ReadValues;
export type DataFile = File<'data', z.infer<typeof dataSchema>>;
export type CodelistFile = File<'codelist', z.infer<typeof codelistSchema>>;
export type MoneyFile = File<'money', z.infer<typeof moneySchema>>;
export type RegisterFile = File<'register', z.infer<typeof registerSchema>>;
export type ChartFile = File<'chart', z.infer<typeof chartSchema>>;
export type StandardsFile = File<'standards', z.infer<typeof standardsSchema>>;
export type DisclosureFile = File<'disclosure', z.infer<typeof disclosureSchema>>;
export type PlanFile = File<'plan', z.infer<typeof planSchema>> & ReadPlan;

export type { AskedContent, PlaceContent } from './kinds/disclosure.ts';
export type { ModelFile } from './kinds/model.ts';
export type { RegisterRowContent } from './kinds/register.ts';

export type ParsedFile =
  | ModelFile
  | ReferenceFile
  | CompanyFile
  | ScenarioFile
  | OverlayFile
  | StrategyFile
  | StudyFile
  | DataFile
  | CodelistFile
  | MoneyFile
  | RegisterFile
  | ChartFile
  | StandardsFile
  | DisclosureFile
  | PlanFile;

export type Kind = ParsedFile['kind'];

export interface Parsed {
  readonly entries: readonly string[];
  readonly files: ReadonlyMap<string, ParsedFile>;
  /** Texts of data files (CSV) with their checksums, by path. */
  readonly data: ReadonlyMap<string, { readonly text: string; readonly sha256: string }>;
  /** Per file: each path as written -> the path it means. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, string>>;
}
