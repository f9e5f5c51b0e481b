// English that a Chinese text still holds: three words or more in small letters, behind each other.

/** What may stand in English: why, and what it looks like. */
const MAY_STAY: readonly (readonly [why: string, what: RegExp])[] = [
  ['a command is typed as it stands', /\btcfd [a-z]+ [^`，。；]*/g],
  ['dictionary.csv explains what a table calls several inputs', /\ball assumed inputs\b/g],
  ['a formula is written in names', /`[^`]*`/g],
  [
    'a document, a place and a file have the names that they have',
    /[\w./-]+\.(?:ya?ml|csv|md|html|xlsx|json|svg|png)\b/g,
  ],
];

const RUN = /(?<![\w./|-])[A-Za-z]?[a-z’']+(?:,? [a-z][a-z’']+){2,}(?![\w|])/g;

/**
 * Runs of English words in a text.
 * @param codes words of machines that the pack's dictionary explains
 */
export function englishIn(text: string, codes: readonly string[] = []): readonly string[] {
  const told = MAY_STAY.reduce((rest, [, what]) => rest.replace(what, ' · '), text);
  const left = codes.reduce(
    (rest, code) => (rest.includes(code) ? rest.replaceAll(code, ' · ') : rest),
    told,
  );
  return left.match(RUN) ?? [];
}
