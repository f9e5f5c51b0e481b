// decisions: what a study wants its strategies compared by: costs, weights of scenarios, measures, signposts.
import * as z from 'zod';
import { amount, names, provenance } from './pieces.ts';

export const decisions = z.strictObject({
  costs: names.describe('Headlines in money of which less is better'),
  weights: z
    .record(
      z.string(),
      z.strictObject({ is: amount.describe('A share, as in 40 %; for all, equal'), ...provenance }),
    )
    .optional()
    .describe(
      'Scenario, or all for those not named: how likely it is held to be; 100 % together. Left out, no cost is expected',
    ),
  measures: names
    .optional()
    .describe('Quantities by a set of measures: below zero, the measure is worth what it costs'),
  signposts: z
    .strictObject({
      differ_by: amount.describe(
        'Share by which values must differ where no draws say how far each may be off',
      ),
      of: names.optional().describe('Inputs of scenarios that can be observed; all if left out'),
    })
    .optional()
    .describe('What tells scenarios apart first, and when'),
});
