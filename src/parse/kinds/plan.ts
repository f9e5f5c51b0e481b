// plan: the measures among which the cheapest plan is looked for, and what it must keep to.
import * as z from 'zod';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { readProvenance } from '../provenance.ts';
import type { Spans } from '../spans.ts';
import { parseValue } from '../value.ts';
import type { Provenance, ValueForm } from '../value-types.ts';
import { amount, names, provenance, text, title, values } from './pieces.ts';

const limit = z.strictObject({
  title,
  quantity: z.string().describe('What is limited, in every year from the first start on'),
  at_least: amount.optional().describe('It is never less'),
  at_most: amount.optional().describe('It is never more'),
  ...provenance,
});

const measure = z.strictObject({
  title,
  extent: z
    .enum(['whole', 'part'])
    .describe('whole: done or left; part: any share of it may be done, with its share of what it costs'),
  ramp: z
    .string()
    .regex(/^[1-9]\d* year$/, 'written for example 2 year')
    .optional()
    .describe('Years from its start until it is complete, in equal steps; 1 year if left out'),
  values: values.describe(
    'The levers as they are when it is complete, in any form that a strategy may write',
  ),
  ...provenance,
});

export const planSchema = z.strictObject({
  plan: text.describe('What is planned'),
  from: z.string().describe('The strategy of the study to which measures are added, by name'),
  cost: z.string().describe('What is made as small as the targets allow: money over base, a present value'),
  abated: z.string().optional().describe('What measures are credited with, summed over the years'),
  starts: z
    .union([z.number().int(), z.string().regex(/^\d{4} to \d{4}$/, 'a year, or two as in 2027 to 2030')])
    .describe('The years in which a measure may start'),
  targets: names.describe('Targets of the company that must be met'),
  budget: z
    .strictObject({
      of: z.string().describe('What is spent in a year'),
      at_most: amount.optional().describe('Limit of every year; left out, `--budget` alone sets one'),
      ...provenance,
    })
    .optional()
    .describe('What may be spent in a year'),
  limits: z.record(z.string(), limit).optional().describe('What else must hold in every year: capacities'),
  measures: z.record(z.string(), measure).describe('Measure: its levers, and whether part of it may be done'),
  ...provenance,
});

/** The values of a measure, and who says so. */
export interface MeasureValues {
  readonly values: ReadonlyMap<string, ValueForm>;
  readonly provenance?: Provenance | undefined;
}

/** What the shape of a plan leaves open: the values of its measures. */
export interface ReadPlan {
  readonly provenance?: Provenance | undefined;
  readonly measures: ReadonlyMap<string, MeasureValues>;
}

export function readPlan(
  content: z.infer<typeof planSchema>,
  spans: Spans,
  diagnostics: Diagnostic[],
): ReadPlan {
  const head = readProvenance(content, spans, []);
  diagnostics.push(...head.diagnostics);
  const measures = Object.entries(content.measures).map(([name, written]): [string, MeasureValues] => {
    const path = ['measures', name];
    const own = readProvenance(written, spans, path);
    diagnostics.push(...own.diagnostics);
    const found = Object.entries(written.values).flatMap(([quantity, raw]): [string, ValueForm][] => {
      const reading = parseValue(raw, spans, [...path, 'values', quantity]);
      diagnostics.push(...reading.diagnostics);
      return reading.form === undefined ? [] : [[quantity, reading.form]];
    });
    return [name, { values: new Map(found), provenance: own.provenance ?? head.provenance }];
  });
  return { provenance: head.provenance, measures: new Map(measures) };
}
