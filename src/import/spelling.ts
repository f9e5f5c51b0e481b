// When two spellings are one name, and how a cell is shown in a message.

/** Without case and without spaces too many. */
export const keyOf = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Units tell by case: a megatonne is no millitonne. */
export const unitKeyOf = (unit: string): string => unit.normalize('NFC').trim().replace(/\s+/g, ' ');

/** What the scenario database of IIASA may append to the name of a scenario. */
export const withoutVersion = (scenario: string): string => scenario.replace(/\s*\(version: \d+\)\s*$/i, '');

const SHOWN = 60;

/** A cell in quotes, cut if it is long. */
export function shown(cell: unknown): string {
  const text = cell instanceof Date ? 'a date' : String(cell);
  const characters = [...text.slice(0, 2 * SHOWN)];
  return JSON.stringify(
    characters.length > SHOWN || text.length > 2 * SHOWN ? `${characters.slice(0, SHOWN).join('')}...` : text,
  );
}

/** `1 row`, `2 rows`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
