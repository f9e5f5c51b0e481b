// A sentence in English with its blanks, and the same in Chinese; what fills a blank is a name, an amount or a sentence again.

/**
 * English, then Chinese. `{name}` is a blank whose text goes over as it is; `{name*}` is one that is said in Chinese
 * too: a sentence of the catalogue or, where there is none, the text as it is. Both hold the same blanks.
 */
export type Saying = readonly [english: string, chinese: string];

const BLANK = /\{(\w+)(\*?)\}/g;

/** The names of the blanks, in their order. */
export const blanksOf = (text: string): readonly string[] =>
  [...text.matchAll(BLANK)].map(([, name = '']) => name);

/** What the English has between its blanks stands as it is; blanks are as short as the rest allows, and never empty. */
function patternOf(english: string): RegExp {
  const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  let pattern = '';
  let from = 0;
  for (const blank of english.matchAll(BLANK)) {
    pattern += `${literal(english.slice(from, blank.index))}(.+?)`;
    from = blank.index + blank[0].length;
  }
  return new RegExp(`^${pattern}${literal(english.slice(from))}$`, 's');
}

/**
 * The text in Chinese by the first saying that fits it whole; undefined where none does.
 * @param words texts whose Chinese is known, the whole or what fills a blank
 */
export function saidBy(
  sayings: readonly Saying[],
  text: string,
  words: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  const known = words.get(text);
  if (known !== undefined) return known;
  for (const [english, chinese] of sayings) {
    const found = patternOf(english).exec(text);
    if (found === null) continue;
    const filled = new Map(blanksOf(english).map((name, index) => [name, found[index + 1] ?? '']));
    return chinese.replaceAll(BLANK, (_, name: string, again: string) => {
      const filling = filled.get(name) ?? '';
      return (again === '' ? words.get(filling) : saidBy(sayings, filling, words)) ?? filling;
    });
  }
  return undefined;
}
