// standards and disclosure: what reporting standards ask, by version and date; and where a study's pack answers it, row by row.
import * as z from 'zod';
import { date, names, provenance, title } from './shared.ts';

/** Paragraphs are numbers, or words that differ by language. */
const paragraph = z.union([z.string(), z.number(), title]);

const asked = z.strictObject({
  paragraph,
  asks: title.optional(),
  versions: names.optional(),
  confidence: provenance.confidence,
});

export const standardsSchema = z.strictObject({
  standards: z.string(),
  reviewed: date,
  texts: z.record(
    z.string(),
    z.strictObject({
      title,
      versions: z.record(
        z.string(),
        z.strictObject({
          title,
          from: date,
          until: date.optional(),
          note: title.optional(),
          ...provenance,
        }),
      ),
    }),
  ),
  rows: z.record(
    z.string(),
    z.strictObject({ title, asks: title, in: z.record(z.string(), z.union([asked, z.array(asked)])) }),
  ),
});

/** One place in the pack; `resolve` says which keys exclude each other. */
const place = z.strictObject({
  quantity: z.string().optional(),
  input: z.string().optional(),
  target: z.string().optional(),
  register: z.string().optional(),
  chart: z.string().optional(),
  scenarios: z.string().optional(),
  file: z.string().optional(),
  part: z.string().optional(),
});

export const disclosureSchema = z.strictObject({
  disclosure: z.string(),
  standards: z.string(),
  answers: z.record(
    z.string(),
    z.strictObject({ shown: z.array(place).optional(), note: title.optional(), lacks: title.optional() }),
  ),
});

export type PlaceContent = z.infer<typeof place>;
export type AskedContent = z.infer<typeof asked>;
