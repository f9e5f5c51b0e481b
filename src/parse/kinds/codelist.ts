// codelist: the names and units that a provider's table may use, against which an import holds every row.
import * as z from 'zod';
import { date, provenance, text } from './pieces.ts';

/** A name -> its other spellings. */
const spellings = z.record(z.string(), z.array(z.string()));

export const codelistSchema = z.strictObject({
  codelist: z.string().describe('Whose names these are'),
  about: text.describe('Where they were found'),
  ...provenance,
  reviewed: date.describe('The day on which somebody last looked at it'),
  licence: z.string().optional().describe('What the sidecar of an import says of its use'),
  scenarios: spellings.optional().describe('Scenario: its other spellings'),
  models: z
    .record(
      z.string(),
      z.strictObject({
        prefix: z.string().optional().describe('What stands before its regions in a table'),
        regions: z.array(z.string()).optional().describe('Regions that this model alone has'),
      }),
    )
    .optional()
    .describe('Model: how its regions are written'),
  regions: spellings.optional().describe('Region of every model: its other spellings'),
  variables: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .describe('Variable: the units, ours, that it may come in'),
  units: z.record(z.string(), z.string()).optional().describe("The provider's spelling of a unit: ours"),
});
