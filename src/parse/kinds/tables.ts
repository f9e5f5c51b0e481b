// data (the sidecar of a CSV) and money (deflators and exchange rates): the files that hold tables.
import { z } from 'zod';
import { date, provenance } from './shared.ts';

export const dataSchema = z.strictObject({
  data: z.string(),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the CSV file, 64 hexadecimal digits'),
  ...provenance,
  licence: z.string(),
  reviewed: date.optional(),
  note: z.string().optional(),
  columns: z.strictObject({ year: z.string(), value: z.string(), unit: z.string() }),
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
