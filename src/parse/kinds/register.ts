// register: risks and opportunities; a row needs little, and what more it says is held against the study.
import * as z from 'zod';
import { date, names, provenance, text, title } from './pieces.ts';

const fiveBands = <T extends z.ZodType>(extra: Record<string, T>) =>
  z.object(extra).catchall(z.union([z.string(), z.number()]));

const share = z.union([z.string(), z.number()]);
const grade = z.enum(['high', 'medium', 'low']);
const sides = {
  inherent: z.string().describe('Before the response: one of the five bands'),
  current: z.string().optional().describe('As things stand today'),
  residual: z.string().describe('After the response'),
};

const action = z.strictObject({
  says: text.describe('What is done'),
  owner: text.describe('A role in small letters, never a name'),
  start: date.optional().describe('The day on which it begins'),
  due: date.describe('The day by which it is done; overdue if open and before the day of the study'),
  status: z.enum(['planned', 'under way', 'done', 'stopped']).describe('How it stands'),
  no_regret: z.boolean().optional().describe('true if it is worth doing whatever happens'),
});

const row = z.strictObject({
  // --- What every row says --------------------------------------------------------------------------------------------------
  title,
  kind: z.enum(['risk', 'opportunity']).describe('Which of the two'),
  type: z
    .enum([
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
    ])
    .describe('Which type of the TCFD'),
  cause: text.describe('What is so today'),
  event: text.describe('What may happen'),
  consequence: text.describe('What follows for the company'),
  driven_by: z
    .array(z.string())
    .optional()
    .describe("Money quantities; their sum in the horizon's year is the impact"),
  not_quantified: text.optional().describe('In place of driven_by: why the model says nothing about it'),
  impact: z.strictObject(sides).optional().describe('Declared, for a row that is not quantified'),
  horizon: z.enum(['short', 'medium', 'long']).describe('In which of the years of the study it counts'),
  likelihood: z
    .strictObject({ ...sides, because: text.describe('Who judged it, and on what grounds') })
    .describe('Declared; draws replace it where a row is in money'),
  response: z
    .strictObject({
      strategy: z.string().describe('The strategy that holds it, by name'),
      says: text.describe('What is done about it'),
      option: z
        .enum(['avoid', 'reduce', 'transfer', 'accept', 'exploit'])
        .optional()
        .describe('What kind of answer it is'),
    })
    .describe('What the company does about it'),
  owner: text.describe('A role in small letters, never a name'),
  watch: z
    .strictObject({
      quantity: z.string().describe('The indicator'),
      trigger: z.string().describe('When to act, for example ">= 110 EUR_2024/tCO2e"'),
      then: text.describe('What is done then'),
      source: text.optional().describe('Who publishes it'),
    })
    .describe('What tells early that it comes'),
  evidence: grade.describe('How good the numbers behind it are'),
  // --- What a row may say ---------------------------------------------------------------------------------------------------
  drivers: names.optional().describe('Quantities that it rests on besides driven_by and watch'),
  identified: date.optional().describe('When it was identified'),
  ...provenance,
  value_chain: z
    .enum(['upstream', 'own operations', 'downstream', 'whole chain'])
    .optional()
    .describe('Where in the chain it falls'),
  place: text.optional().describe('Site or region'),
  physical: z
    .strictObject({
      hazard: text.describe('What happens there'),
      exposure: text.describe('What stands there'),
      sensitivity: text.describe('What it does to it'),
      adaptive_capacity: text.describe('What can be done'),
    })
    .optional()
    .describe('The chain of ISO 14091; acute and chronic rows only'),
  linked_to: names.optional().describe('Rows that share a cause or follow'),
  velocity: grade.optional().describe('How fast it comes'),
  persistence: grade.optional().describe('How long it lasts'),
  adaptability: grade.optional().describe('How well the company can adapt'),
  complexity: grade.optional().describe('How much hangs together'),
  knowledge: z.enum(['strong', 'moderate', 'weak']).optional().describe('Strength of knowledge'),
  hits: z
    .enum([
      'revenue',
      'cost of sales',
      'operating expenses',
      'capital expenditure',
      'impairment',
      'financing',
    ])
    .optional()
    .describe('The line of the accounts that it hits'),
  tolerance: share.optional().describe('Its own, in place of that of the register'),
  controls: z
    .strictObject({
      says: text.describe('What is in place'),
      effectiveness: grade.describe('How well it works'),
      evidence: text.optional().describe('How that is known'),
    })
    .optional()
    .describe('What is in place already'),
  actions: z.array(action).optional().describe('What is still to be done'),
  review: z
    .strictObject({
      every: z.enum(['month', 'quarter', 'half-year', 'year']).describe('How often'),
      last: date.optional().describe('When it was last looked at'),
      next: date.describe('When it is due'),
    })
    .optional()
    .describe('When the row is looked at again'),
  accepted: z
    .strictObject({
      by: text.describe('A role in small letters'),
      because: text.describe('Why'),
      expires: date.describe('Until when'),
    })
    .optional()
    .describe('A role takes what is above tolerance'),
  override: z
    .strictObject({
      impact: z
        .union([
          z.string(),
          z.strictObject({
            inherent: z.string().optional().describe('Before the response'),
            residual: z.string().optional().describe('After the response'),
          }),
        ])
        .describe('The band, for both sides or for one'),
      by: text.describe('A role in small letters'),
      why: text.describe('Why the numbers are not followed'),
      expires: date.describe('Until when; an error once the day of the study is past it'),
    })
    .optional()
    .describe('A role sets the impact against the numbers'),
  disclosure: z
    .strictObject({
      S2: names.optional().describe('Paragraphs of IFRS S2'),
      TCFD: names.optional().describe('Recommendations of the TCFD'),
      E1: names.optional().describe('Requirements of ESRS E1'),
      CN: names.optional().describe('Items of the Chinese guidelines'),
    })
    .optional()
    .describe('Items that it answers'),
  confidentiality: z.enum(['public', 'internal', 'restricted']).optional().describe('Who may see it'),
  note: text.optional().describe('Free text'),
});

export const registerSchema = z.strictObject({
  register: text.describe('Its title'),
  bands: z
    .strictObject({
      impact: fiveBands({
        of: z.string().describe('The money of the base year of which impacts are shares'),
      }).describe('Five names, each with its lower bound as a share of `of`'),
      likelihood: fiveBands({}).describe('Five names, each with its lower bound'),
    })
    .describe('The scales'),
  tolerance: share
    .optional()
    .describe('A risk whose residual impact is above it needs an action or an acceptance'),
  uncovered_above: share
    .optional()
    .describe('An input on which no row rests is named if it moves a headline by more; 1 % if left out'),
  rows: z.record(z.string(), row).describe('The risks and opportunities'),
});

export type RegisterRowContent = z.infer<typeof row>;
