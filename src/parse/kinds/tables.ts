// data (the sidecar of a CSV) and money (deflators and exchange rates): the files that hold tables.
import * as z from 'zod';
import { date, provenance, text, year } from './pieces.ts';

export const dataSchema = z.strictObject({
  data: text.describe('What the table holds'),
  file: z.string().describe('The CSV file, relative to this one'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the CSV file, 64 hexadecimal digits')
    .describe('Checksum that holds the CSV still; `sha256sum FILE` prints it'),
  ...provenance,
  licence: text.describe('Under which licence the table may be used'),
  reviewed: date.optional().describe('The day on which somebody last looked at it'),
  note: text.optional().describe('Free text, shown with the assumptions'),
  columns: z
    .strictObject({
      year: z.string().optional().describe('Column of the year; left out where rows are read by elements'),
      value: z.string().describe('Column of the number'),
      unit: z.string().describe('Column of the unit'),
      low: z.string().optional().describe('Column of the low end of the range'),
      high: z.string().optional().describe('Column of the high end of the range'),
      note: z.string().optional().describe('Column of a remark'),
    })
    .refine(({ low, high }) => (low === undefined) === (high === undefined), {
      error: 'a range needs both columns, low and high',
    })
    .refine(({ year, low }) => year === undefined || low === undefined, {
      error: 'low and high hold for one value: a table of years has none',
    })
    .describe('Which column is which; all others can be named in where: and by:'),
  units: z.record(z.string(), z.string()).describe("The provider's spelling of a unit: ours"),
  remarks: z
    .array(text)
    .optional()
    .describe('Remarks of the rows in both languages, since a cell of the table has room for one'),
});

const factor = z.number().positive();
const note = text.optional().describe('Free text');
const range = z.tuple([factor, factor]).optional().describe('How far the factor may be off: [low, high]');

export const moneySchema = z.strictObject({
  money: text.describe('What the table holds'),
  ...provenance,
  reviewed: date.optional().describe('The day on which somebody last looked at it'),
  deflators: z
    .array(
      z.strictObject({
        from: z.string().describe('Currency and price year, for example USD_2010'),
        to: z.string().describe('The same currency in another price year'),
        is: factor.describe('By which an amount of the first becomes one of the second'),
        ...provenance,
        range,
        note,
      }),
    )
    .describe('Price levels: from one price year to another of the same currency'),
  rates: z
    .array(
      z.strictObject({
        from: z.string().describe('Currency, for example EUR'),
        to: z.string().describe('Currency that one unit of the first is worth'),
        year: year.describe('The year of the rate'),
        is: factor.describe('How much of the second one unit of the first buys'),
        ...provenance,
        range,
        note,
      }),
    )
    .describe('Exchange rates, yearly means'),
});
