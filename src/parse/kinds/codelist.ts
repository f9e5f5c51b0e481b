// codelist: the names and units that a provider's table may use, against which an import holds every row.
import * as z from 'zod';
import { date, provenance } from './shared.ts';

/** A name -> its other spellings. */
const spellings = z.record(z.string(), z.array(z.string()));

export const codelistSchema = z.strictObject({
  codelist: z.string(),
  about: z.string(),
  ...provenance,
  reviewed: date,
  licence: z.string().optional(),
  scenarios: spellings.optional(),
  models: z
    .record(
      z.string(),
      z.strictObject({ prefix: z.string().optional(), regions: z.array(z.string()).optional() }),
    )
    .optional(),
  regions: spellings.optional(),
  variables: z.record(z.string(), z.array(z.string())).optional(),
  units: z.record(z.string(), z.string()).optional(),
});
