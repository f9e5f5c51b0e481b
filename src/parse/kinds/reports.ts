// register and chart: the files that say what to show.
import { z } from 'zod';
import { names, title } from './shared.ts';

const fiveBands = <T extends z.ZodType>(extra: Record<string, T>) =>
  z.object(extra).catchall(z.union([z.string(), z.number()]));

const levels = z.strictObject({ inherent: z.string(), residual: z.string(), because: z.string() });

const row = z.strictObject({
  title,
  kind: z.enum(['risk', 'opportunity']),
  type: z.enum([
    'policy and legal',
    'technology',
    'market',
    'reputation',
    'acute',
    'chronic',
    'products and services',
    'markets',
    'resource efficiency',
    'energy source',
    'resilience',
  ]),
  cause: z.string(),
  event: z.string(),
  consequence: z.string(),
  driven_by: z.array(z.string()).optional(),
  not_quantified: z.string().optional(),
  impact: z.strictObject({ inherent: z.string(), residual: z.string() }).optional(),
  horizon: z.enum(['short', 'medium', 'long']),
  likelihood: levels,
  response: z.strictObject({ strategy: z.string(), says: z.string() }),
  owner: z.string(),
  watch: z.strictObject({ quantity: z.string(), trigger: z.string(), then: z.string() }),
  evidence: z.enum(['high', 'medium', 'low']),
  note: z.string().optional(),
});

export const registerSchema = z.strictObject({
  register: z.string(),
  bands: z.strictObject({ impact: fiveBands({ of: z.string() }), likelihood: fiveBands({}) }),
  rows: z.record(z.string(), row),
});

export const chartSchema = z.strictObject({
  chart: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'a chart is named in small letters, joined by -: its file is called so'),
  kind: z.string(),
  title,
  quantities: names.optional(),
  scenarios: names.optional(),
  strategies: names.optional(),
  years: z
    .union([
      z.number().int(),
      z.string().regex(/^\d{4}( to \d{4})?$/, 'a year, or two years as in 2023 to 2050'),
    ])
    .optional(),
  unit: z.union([z.string(), z.number()]).optional(),
  labels: z.record(z.string(), title).optional(),
});
