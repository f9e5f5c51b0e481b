// standards and disclosure: what reporting standards ask, by version and date; and where a study's pack answers it, row by row.
import * as z from 'zod';
import { date, names, provenance, title } from './pieces.ts';

/** Paragraphs are numbers, or words that differ by language. */
const paragraph = z
  .union([z.string(), z.number(), title])
  .describe('Where it is asked: a number, or words in both languages');

const asked = z.strictObject({
  paragraph,
  asks: title.optional().describe('What this text asks, where it asks something else than the row'),
  versions: names.optional().describe('In which versions; in all if left out'),
  confidence: provenance.confidence,
});

export const standardsSchema = z.strictObject({
  standards: z.string().describe('What the file holds'),
  reviewed: date.describe('The day on which somebody last looked at it'),
  texts: z
    .record(
      z.string(),
      z.strictObject({
        title,
        versions: z
          .record(
            z.string(),
            z.strictObject({
              title,
              from: date.describe('The first day on which it is in force'),
              until: date.optional().describe('The last day; left out while it is in force'),
              note: title.optional().describe('A remark, in both languages'),
              ...provenance,
            }),
          )
          .describe('Version: when it is in force'),
      }),
    )
    .describe('Text: a standard with its versions'),
  rows: z
    .record(
      z.string(),
      z.strictObject({
        title,
        asks: title.describe('What is asked, in both languages'),
        in: z.record(z.string(), z.union([asked, z.array(asked)])).describe('Text: where it asks this'),
      }),
    )
    .describe('Row: one thing that texts ask'),
});

/** One place in the pack; `resolve` says which keys exclude each other. */
const place = z.strictObject({
  quantity: z.string().optional().describe('A quantity of the results'),
  input: z.string().optional().describe('An input among the assumptions'),
  target: z.string().optional().describe('A target, by its key'),
  register: z.string().optional().describe('A row of the register, by its key'),
  chart: z.string().optional().describe('A chart of the study, by its name'),
  scenarios: z.string().optional().describe('A key of the scenario files that scenarios.md shows'),
  file: z.string().optional().describe('A file of the pack'),
  part: z.string().optional().describe('Which part of the file'),
});

export const disclosureSchema = z.strictObject({
  disclosure: z.string().describe('Its title'),
  standards: z.string().describe('The standards file, relative to this one'),
  answers: z
    .record(
      z.string(),
      z.strictObject({
        shown: z.array(place).optional().describe('Where the pack answers it'),
        note: title.optional().describe('What the answer covers, in both languages'),
        lacks: title.optional().describe('What it does not answer, and why'),
      }),
    )
    .describe('Row of the standards: the answer'),
});

export type PlaceContent = z.infer<typeof place>;
export type AskedContent = z.infer<typeof asked>;
