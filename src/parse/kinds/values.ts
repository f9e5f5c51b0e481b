// reference, company, scenario, strategy, study: the files that give values, each a layer.
import * as z from 'zod';
import { date, names, provenance, sets, title, values } from './shared.ts';

export const referenceSchema = z.strictObject({
  reference: z.string(),
  ...provenance,
  reviewed: date,
  expires: date.optional(),
  sources: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string(),
        publisher: z.string(),
        short: z.string().optional(),
        date: z.union([z.string(), z.number()]).optional(),
        url: z.string().optional(),
        note: z.string().optional(),
      }),
    )
    .optional(),
  units: z.record(z.string(), z.string()).optional(),
  sets: sets.optional(),
  values: values.optional(),
});

/** YAML reads a year alone as a number; the pattern then says how it is written. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

const amount = z.union([z.string(), z.number()]);
const target = z.strictObject({
  title,
  quantity: z.string().optional(),
  not_quantified: z.string().optional(),
  year: z.number().int(),
  at_least: amount.optional(),
  at_most: amount.optional(),
  note: z.string().optional(),
  ...provenance,
});
const line = z.strictObject({
  title: z.string(),
  compare: z.tuple([z.string(), z.string()]),
  between: z.enum(['report', 'outside', 'model']),
  within: amount,
  because: z.string(),
});

export const companySchema = z.strictObject({
  company: z.string(),
  about: z.string(),
  base_year: z.number().int(),
  models: z.array(z.string()),
  reference: z.array(z.string()).optional(),
  ...provenance,
  sets: sets.optional(),
  values: values.optional(),
  targets: z.record(z.string(), target).optional(),
  reconciliation: z.record(z.string(), line).optional(),
});

export const scenarioSchema = z.strictObject({
  scenario: z.string(),
  title,
  extends: z.string().optional(),
  provider: z.string().optional(),
  vintage: z.string().optional(),
  licence: z.string().optional(),
  retrieved: date.optional(),
  unsourced: z.string().optional(),
  narrative: z.string(),
  kind: z.enum(['transition', 'physical']),
  course: z.enum(['orderly', 'disorderly', 'too little too late', 'hot house world']).optional(),
  temperature: amount.optional(),
  because: z.string(),
  ...provenance,
  values: values.optional(),
});

/** A few values laid over any scenario. */
export const overlaySchema = z.strictObject({
  overlay: z.string(),
  title,
  because: z.string(),
  unsourced: z.string().optional(),
  ...provenance,
  values,
});

/** A scenario alone, or with overlays, the later of which wins. */
const world = z.union([z.string(), z.strictObject({ base: z.string(), with: names })]);

export const strategySchema = z.strictObject({
  strategy: z.string(),
  title,
  extends: z.string().optional(),
  about: z.string(),
  ...provenance,
  values: values.optional(),
});

const LARGEST_SEED = 2 ** 32 - 1;

const uncertainty = z.strictObject({
  draws: z.number().int().min(1, 'at least one draw').max(10_000_000, '10 million draws at most'),
  seed: z
    .number()
    .int()
    .min(0, `a whole number from 0 to ${LARGEST_SEED}`)
    .max(LARGEST_SEED, `a whole number from 0 to ${LARGEST_SEED}`),
  sampling: z.enum(['plain', 'latin_hypercube', 'sobol']).optional(),
  ranges: z.enum(['triangular', 'pert', 'uniform']).optional(),
  correlate: z
    .array(
      z.strictObject({
        between: z.tuple([z.string(), z.string()]),
        rank: z
          .number()
          .min(-1, 'a rank correlation lies between -1 and 1')
          .max(1, 'a rank correlation lies between -1 and 1'),
      }),
    )
    .optional(),
});

export const studySchema = z.strictObject({
  study: z.string(),
  about: z.string().optional(),
  as_of: date,
  company: z.string(),
  scenarios: z.array(world).min(1, 'at least one scenario'),
  accepts_unsourced: names.optional(),
  strategies: z.array(z.string()).min(1, 'at least one strategy'),
  years: z.preprocess(asText, z.string().regex(/^\d{4} to \d{4}$/, 'written for example 2023 to 2050')),
  horizons: z.strictObject({ short: z.number().int(), medium: z.number().int(), long: z.number().int() }),
  money: z.strictObject({ report_in: z.string(), table: z.string() }),
  headlines: names,
  uncertainty: uncertainty.optional(),
  register: z
    .strictObject({
      file: z.string(),
      inherent: z.string(),
      current: z.string().optional(),
      residual: z.string(),
    })
    .optional(),
  charts: z.array(z.string()).optional(),
  disclosure: z.string().optional(),
  ...provenance,
  values: values.optional(),
});
