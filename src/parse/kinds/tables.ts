// data (the sidecar of a CSV) and money (deflators and exchange rates): the files that hold tables.
import * as z from 'zod';
import { date, provenance } from './shared.ts';

export const dataSchema = z.strictObject({
  data: z.string(),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the CSV file, 64 hexadecimal digits'),
  ...provenance,
  licence: z.string(),
  reviewed: date.optional(),
  note: z.string().optional(),
  columns: z
    .strictObject({
      year: z.string().optional(),
      value: z.string(),
      unit: z.string(),
      low: z.string().optional(),
      high: z.string().optional(),
      note: z.string().optional(),
    })
    .refine(({ low, high }) => (low === undefined) === (high === undefined), {
      error: 'a range needs both columns, low and high',
    })
    .refine(({ year, low }) => year === undefined || low === undefined, {
      error: 'low and high hold for one value: a table of years has none',
    }),
  units: z.record(z.string(), z.string()),
});

const factor = z.number().positive();
const note = z.string().optional();

export const moneySchema = z.strictObject({
  money: z.string(),
  ...provenance,
  reviewed: date.optional(),
  deflators: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      is: factor,
      ...provenance,
      range: z.tuple([factor, factor]).optional(),
      note,
    }),
  ),
  rates: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      year: z.number().int(),
      is: factor,
      ...provenance,
      range: z.tuple([factor, factor]).optional(),
      note,
    }),
  ),
});
