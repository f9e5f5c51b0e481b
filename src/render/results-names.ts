// Names of variables in results.csv and results.parquet: short enough for a key or a column of any database and spreadsheet.

/** Characters that every one of them takes. */
export const LONGEST_NAME = 255;
/** Leaves room for the number behind a name that a table says twice. */
const MOST = LONGEST_NAME - 7;
const LIST = '; ';

function joined(parts: readonly (string | undefined)[]): string {
  let whole = '';
  for (const part of parts)
    if (part !== undefined && part !== '') whole = whole === '' ? part : `${whole}|${part}`;
  return whole.replaceAll(LIST, '|');
}

/** `a; b; c` -> `a; and 2 more` */
function brief(list: string): string {
  const [first = '', ...others] = list.split(LIST);
  return others.length === 0 ? list : `${first}${LIST}and ${others.length} more`;
}

/** FNV-1a over all characters: two names that begin alike stay two. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/**
 * From the table down to the part: `Finding|target|green_power_2026|gap`. A name that would be too long tells a list by its first
 * element and how many follow, whose names stand in the table itself; where names alone are too long, it ends in a checksum of the whole.
 * @param list the part that lists names, if one does
 */
export function variableName(parts: readonly (string | undefined)[], list?: string): string {
  const whole = joined(parts);
  if (whole.length <= MOST) return whole;
  const told = list === undefined ? whole : joined(parts.map((part) => (part === list ? brief(list) : part)));
  if (told.length <= MOST) return told;
  const end = `…|${checksum(whole)}`;
  return told.slice(0, MOST - end.length).replace(/[\uD800-\uDBFF]$/, '') + end;
}
