// register: risks and opportunities; a row needs little, and what more it says is held against the study.
import * as z from 'zod';
import { date, names, provenance, title } from './shared.ts';

const fiveBands = <T extends z.ZodType>(extra: Record<string, T>) =>
  z.object(extra).catchall(z.union([z.string(), z.number()]));

const share = z.union([z.string(), z.number()]);
const grade = z.enum(['high', 'medium', 'low']);
const sides = { inherent: z.string(), current: z.string().optional(), residual: z.string() };

const action = z.strictObject({
  says: z.string(),
  owner: z.string(),
  start: date.optional(),
  due: date,
  status: z.enum(['planned', 'under way', 'done', 'stopped']),
  no_regret: z.boolean().optional(),
});

const row = z.strictObject({
  // --- What every row says --------------------------------------------------------------------------------------------------
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
  impact: z.strictObject(sides).optional(),
  horizon: z.enum(['short', 'medium', 'long']),
  likelihood: z.strictObject({ ...sides, because: z.string() }),
  response: z.strictObject({
    strategy: z.string(),
    says: z.string(),
    option: z.enum(['avoid', 'reduce', 'transfer', 'accept', 'exploit']).optional(),
  }),
  owner: z.string(),
  watch: z.strictObject({
    quantity: z.string(),
    trigger: z.string(),
    then: z.string(),
    source: z.string().optional(),
  }),
  evidence: grade,
  // --- What a row may say ---------------------------------------------------------------------------------------------------
  drivers: names.optional(),
  identified: date.optional(),
  ...provenance,
  value_chain: z.enum(['upstream', 'own operations', 'downstream', 'whole chain']).optional(),
  place: z.string().optional(),
  physical: z
    .strictObject({
      hazard: z.string(),
      exposure: z.string(),
      sensitivity: z.string(),
      adaptive_capacity: z.string(),
    })
    .optional(),
  linked_to: names.optional(),
  velocity: grade.optional(),
  persistence: grade.optional(),
  adaptability: grade.optional(),
  complexity: grade.optional(),
  knowledge: z.enum(['strong', 'moderate', 'weak']).optional(),
  hits: z
    .enum([
      'revenue',
      'cost of sales',
      'operating expenses',
      'capital expenditure',
      'impairment',
      'financing',
    ])
    .optional(),
  tolerance: share.optional(),
  controls: z
    .strictObject({ says: z.string(), effectiveness: grade, evidence: z.string().optional() })
    .optional(),
  actions: z.array(action).optional(),
  review: z
    .strictObject({
      every: z.enum(['month', 'quarter', 'half-year', 'year']),
      last: date.optional(),
      next: date,
    })
    .optional(),
  accepted: z.strictObject({ by: z.string(), because: z.string(), expires: date }).optional(),
  override: z
    .strictObject({
      impact: z.union([
        z.string(),
        z.strictObject({ inherent: z.string().optional(), residual: z.string().optional() }),
      ]),
      by: z.string(),
      why: z.string(),
      expires: date,
    })
    .optional(),
  disclosure: z
    .strictObject({
      S2: names.optional(),
      TCFD: names.optional(),
      E1: names.optional(),
      CN: names.optional(),
    })
    .optional(),
  confidentiality: z.enum(['public', 'internal', 'restricted']).optional(),
  note: z.string().optional(),
});

export const registerSchema = z.strictObject({
  register: z.string(),
  bands: z.strictObject({ impact: fiveBands({ of: z.string() }), likelihood: fiveBands({}) }),
  tolerance: share.optional(),
  uncovered_above: share.optional(),
  rows: z.record(z.string(), row),
});

export type RegisterRowContent = z.infer<typeof row>;
