// chart: the file that says what to draw.
import * as z from 'zod';
import { names, title } from './shared.ts';

export const chartSchema = z.strictObject({
  chart: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'a chart is named in small letters, joined by -: its file is called so'),
  kind: z.string(),
  title,
  quantities: names.optional(),
  width: z.string().optional(),
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
