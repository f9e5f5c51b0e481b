// reference, company, scenario, strategy, study: the files that give values, each a layer.
import { z } from 'zod';
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
  quantity: z.string(),
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
  narrative: z.string(),
  kind: z.enum(['transition', 'physical']),
  temperature: amount.optional(),
  because: z.string(),
  ...provenance,
  values: values.optional(),
});

export const strategySchema = z.strictObject({
  strategy: z.string(),
  title,
  extends: z.string().optional(),
  about: z.string(),
  ...provenance,
  values: values.optional(),
});

export const studySchema = z.strictObject({
  study: z.string(),
  about: z.string().optional(),
  as_of: date,
  company: z.string(),
  scenarios: z.array(z.string()).min(1, 'at least one scenario'),
  strategies: z.array(z.string()).min(1, 'at least one strategy'),
  years: z.preprocess(asText, z.string().regex(/^\d{4} to \d{4}$/, 'written for example 2023 to 2050')),
  horizons: z.strictObject({ short: z.number().int(), medium: z.number().int(), long: z.number().int() }),
  money: z.strictObject({ report_in: z.string(), table: z.string() }),
  headlines: names,
  register: z.strictObject({ file: z.string(), inherent: z.string(), residual: z.string() }).optional(),
  charts: z.array(z.string()).optional(),
  ...provenance,
  values: values.optional(),
});
