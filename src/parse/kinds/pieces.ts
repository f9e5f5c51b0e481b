// Pieces of shape that several kinds of file have in common; what is said of a key here is what an editor shows beside it.
import * as z from 'zod';

export const name = z.string();
export const amount = z.union([z.string(), z.number()]);
export const title = z
  .strictObject({ en: z.string().describe('In English'), zh: z.string().describe('In Chinese') })
  .describe('What charts and tables call it, in English and Chinese');
/** How a value is refused that is no text. */
export const TEXT = 'must be a text';
const YEAR = 'a year has four digits';
const both = z
  .strictObject({ en: z.string().describe('In English'), zh: z.string().describe('In Chinese') })
  .describe('The text in English and Chinese');
/** A text, in English alone or in both languages; it goes by its English, and the Chinese into the texts of the file. */
export const text = z
  .union([z.string(), both], { error: TEXT })
  .transform((given) => (typeof given === 'string' ? given : given.en));
/** Four digits: 20230 is a slip of the hand. */
export const year = z.number().int().min(1000, { error: YEAR }).max(9999, { error: YEAR });
const ISSUED = 'a date is written 2026-11-22, 2026-11 or 2026';
/** When something was published; YAML reads a year alone as a number. */
export const issued = z.union([
  year,
  z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, { error: ISSUED }),
]);
const DATE = 'a date is written 2026-11-22';
/** A day of the calendar: 2026-02-30 is none. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: DATE, abort: true })
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text), { error: DATE });
export const names = z.union([z.string(), z.array(z.string())]);
/** A value in any of its forms: its reader shapes it where it stands (see value.ts). */
export const anyValue = z.unknown();
export const values = z
  .record(z.string(), anyValue)
  .describe(
    'Input: its value, with unit and provenance; what stands at the top of the file holds where it says none',
  );
export const provenance = {
  source: z
    .tuple([z.string(), text], text)
    .optional()
    .describe(
      'Who says so: [key, place]; the key stands in sources: of a reference file, the place may be given as { en, zh }',
    ),
  assumed: text.optional().describe('Why it is assumed, where no source says it; with confidence'),
  derived: text.optional().describe('How it was computed from what its source says'),
  confidence: z
    .enum(['high', 'medium', 'low'])
    .optional()
    .describe('How sure it is; high for a source that says nothing'),
};

/** A set's elements with their attributes; an attribute is named after the set it points into. */
export const sets = z
  .record(
    z.string(),
    z.strictObject({
      about: text.describe('What the elements are'),
      ...provenance,
      elements: z
        .record(z.string(), z.looseObject({ title: title.optional(), ...provenance }).or(z.null()))
        .describe('Element: its title, and attributes named after the set they point into'),
    }),
  )
  .describe('Set: what quantities can be counted by');
