// chart: the file that says what to draw.
import * as z from 'zod';
import { names, title } from './pieces.ts';

export const chartSchema = z.strictObject({
  chart: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'a chart is named in small letters, joined by -: its file is called so')
    .describe('Name of the picture, and of its files in the pack'),
  kind: z.string().describe('How it is drawn: one of `tcfd list charts`'),
  title,
  quantities: names.optional().describe('What is drawn; `tcfd list quantities` has the names'),
  width: z
    .string()
    .optional()
    .describe('For an abatement curve: the quantity that says how wide each bar is'),
  scenarios: names.optional().describe('These scenarios alone, by name; all if left out'),
  strategies: names.optional().describe('These strategies alone, by name; all if left out'),
  years: z
    .union([
      z.number().int(),
      z.string().regex(/^\d{4}( to \d{4})?$/, 'a year, or two years as in 2023 to 2050'),
    ])
    .optional()
    .describe('A year, or two as in 2023 to 2050; all years of the study if left out'),
  unit: z.union([z.string(), z.number()]).optional().describe('Another unit of the same kind to draw in'),
  labels: z.record(z.string(), title).optional().describe('Quantity: what this picture calls it'),
});
