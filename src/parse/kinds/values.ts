// reference, company, scenario, strategy, study: the files that give values, each a layer.
import * as z from 'zod';
import { decisions } from './decisions.ts';
import { date, issued, names, provenance, sets, text, title, values, year } from './pieces.ts';

export const referenceSchema = z.strictObject({
  reference: text.describe('What the file holds'),
  ...provenance,
  reviewed: date.describe('The day on which somebody last looked at it'),
  expires: date.optional().describe('A study of a later day warns, and says what rests on this file'),
  sources: z
    .record(
      z.string(),
      z.strictObject({
        title: text.describe('Title of the document'),
        publisher: text.describe('Who published it'),
        short: text.optional().describe('How captions name it'),
        date: issued.optional().describe('When it was published'),
        url: z.string().optional().describe('Where it can be read'),
        note: text.optional().describe('Free text'),
      }),
    )
    .optional()
    .describe('Key: a document that source: [key, place] may name, in any file of the study'),
  units: z.record(z.string(), z.string()).optional().describe('Further units: name, and what it is'),
  sets: sets.optional(),
  values: values.optional(),
});

/** YAML reads a year alone as a number; the pattern then says how it is written. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

const amount = z.union([z.string(), z.number()]);
const target = z.strictObject({
  title,
  quantity: z.string().optional().describe('What is held against the goal'),
  not_quantified: text.optional().describe('In place of quantity: why the model says nothing about it'),
  year: year.describe('The year in which it is due'),
  at_least: amount.optional().describe('The goal, with its unit, where more is better'),
  at_most: amount.optional().describe('The goal, with its unit, where less is better'),
  note: text.optional().describe('Free text'),
  ...provenance,
});
const line = z.strictObject({
  title: text.describe('What the line is called'),
  compare: z.tuple([z.string(), z.string()]).describe('Two quantities over: base'),
  between: z
    .enum(['report', 'outside', 'model'])
    .describe(
      "report: the company's own figures; outside: another source; model: the base year of the model",
    ),
  within: amount.describe('How near they must be to agree, for example 0.1 %'),
  because: text.describe('Why they are compared, or why they differ'),
});

const published = z.strictObject({
  title,
  quantity: z.string().describe('What the model computes of it'),
  year: year.describe('A year after the base year'),
  is: amount.optional().describe('What was published of it, with its unit'),
  not_published: text.optional().describe('In place of is: why nothing is known'),
  note: text.optional().describe('Why the model is off'),
  ...provenance,
});

export const companySchema = z.strictObject({
  company: text.describe('Its name'),
  about: text.describe('What it is, in one sentence'),
  base_year: year.describe('The year whose figures it gives'),
  models: z.array(z.string()).describe('Model files that apply, relative to this file'),
  reference: z.array(z.string()).optional().describe('Reference files that apply, relative to this file'),
  ...provenance,
  sets: sets.optional(),
  values: values.optional(),
  targets: z.record(z.string(), target).optional().describe('What the company has promised'),
  backtest: z
    .record(z.string(), published)
    .optional()
    .describe('What was published of later years, to be held against the model'),
  reconciliation: z.record(z.string(), line).optional().describe('Figures held against each other'),
});

export const scenarioSchema = z.strictObject({
  scenario: z.string().describe('Its name'),
  title,
  extends: z.string().optional().describe('Another scenario whose values hold where this one says none'),
  provider: text.optional().describe('Whose scenario it is; then with licence'),
  vintage: text.optional().describe('Which edition'),
  licence: text.optional().describe("Under which licence the provider's numbers may be used"),
  retrieved: date.optional().describe("The day on which the provider's numbers were fetched"),
  unsourced: text.optional().describe('Why its numbers rest on memory; a study must accept that by name'),
  narrative: text.describe('What happens, in a sentence or two'),
  kind: z.enum(['transition', 'physical']).describe('What it is mostly about'),
  course: z
    .enum(['orderly', 'disorderly', 'too little too late', 'hot house world'])
    .optional()
    .describe('How the transition goes'),
  temperature: amount.optional().describe('Warming in 2100, for example 1.5 K'),
  because: text.describe('Why the study has it'),
  ...provenance,
  values: values.optional(),
});

/** A few values laid over any scenario. */
export const overlaySchema = z.strictObject({
  overlay: z.string().describe('Its name, which follows that of the scenario'),
  title,
  because: text.describe('Why the study has it'),
  unsourced: text.optional().describe('Why its numbers rest on memory; a study must accept that by name'),
  ...provenance,
  values,
});

/** A scenario alone, or with overlays, the later of which wins. */
const world = z.union([
  z.string(),
  z.strictObject({
    base: z.string().describe('The scenario below'),
    with: names.describe('Overlays, the later of which wins'),
  }),
]);

export const strategySchema = z.strictObject({
  strategy: z.string().describe('Its name'),
  title,
  extends: z.string().optional().describe('Another strategy whose values hold where this one says none'),
  about: text.describe('What the company does, in a sentence or two'),
  ...provenance,
  values: values.optional(),
});

const LARGEST_SEED = 2 ** 32 - 1;

const uncertainty = z.strictObject({
  draws: z
    .number()
    .int()
    .min(1, 'at least one draw')
    .max(10_000_000, '10 million draws at most')
    .describe('How many'),
  seed: z
    .number()
    .int()
    .min(0, `a whole number from 0 to ${LARGEST_SEED}`)
    .max(LARGEST_SEED, `a whole number from 0 to ${LARGEST_SEED}`)
    .describe('The same seed gives the same draws on every machine'),
  sampling: z
    .enum(['plain', 'latin_hypercube', 'sobol'])
    .optional()
    .describe('How draws are taken; plain if left out'),
  ranges: z
    .enum(['triangular', 'pert', 'uniform'])
    .optional()
    .describe('The spread of values that state a range and no spread; left out, they are certain'),
  correlate: z
    .array(
      z.strictObject({
        between: z.tuple([z.string(), z.string()]).describe('Two inputs, or elements as in "share[rods]"'),
        rank: z
          .number()
          .min(-1, 'a rank correlation lies between -1 and 1')
          .max(1, 'a rank correlation lies between -1 and 1')
          .describe("Spearman's rank correlation, from -1 to 1"),
      }),
    )
    .optional()
    .describe('Inputs that move together; pairs that are not named do not'),
});

export const studySchema = z.strictObject({
  study: text.describe('Its name'),
  about: text.optional().describe('What it asks, in one sentence'),
  as_of: date.describe('The day of the study: what has expired by then is said'),
  company: z.string().describe('The company file, relative to this one'),
  scenarios: z
    .array(world)
    .min(1, 'at least one scenario')
    .describe('Scenario files, with overlays or without'),
  accepts_unsourced: names
    .optional()
    .describe('Scenarios that rest on memory and are taken all the same, by name'),
  strategies: z.array(z.string()).min(1, 'at least one strategy').describe('Strategy files'),
  years: z
    .preprocess(asText, z.string().regex(/^\d{4} to \d{4}$/, 'written for example 2023 to 2050'))
    .describe('First and last year, as in 2023 to 2050'),
  horizons: z
    .strictObject({
      short: z.number().int().describe('A year soon'),
      medium: z.number().int().describe('A year between; what is asked without a year is asked of this one'),
      long: z.number().int().describe('A year far off'),
    })
    .describe('The years that tables and the register show'),
  money: z
    .strictObject({
      report_in: z.string().describe('Currency and price year, for example CNY_2023'),
      table: z.string().describe('The money file'),
    })
    .describe('What all amounts are converted to, and how'),
  headlines: names.describe('The quantities that the board looks at first'),
  uncertainty: uncertainty
    .optional()
    .describe('Draws of what differs; left out, the central case alone is computed'),
  register: z
    .strictObject({
      file: z.string().describe('The register file'),
      inherent: z.string().describe('The strategy before the response, by name'),
      current: z.string().optional().describe('The strategy that stands for today, by name'),
      residual: z.string().describe('The strategy after the response, by name'),
    })
    .optional()
    .describe('The risk register, and the strategies that it compares'),
  charts: z.array(z.string()).optional().describe('Chart files'),
  disclosure: z
    .string()
    .optional()
    .describe('The disclosure file: where the pack answers what standards ask'),
  plan: z
    .string()
    .optional()
    .describe('The plan file: measures among which `tcfd plan` finds the cheapest way'),
  decisions: decisions
    .optional()
    .describe('What strategies are compared by: costs, weights of scenarios, measures, signposts'),
  deck: z
    .array(z.string())
    .min(1, 'at least one slide')
    .optional()
    .describe('Slides of the deck in their order: kinds of slides, charts, and names of charts'),
  ...provenance,
  values: values.optional(),
});
