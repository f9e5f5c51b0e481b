// Puts into a picture the letters that it draws, so that it looks the same where its fonts are not installed.

import { base64 } from '../base64.ts';
import { unescaped } from './svg.ts';
import { CHINESE_FONT, FONT, isChinese, isShared, LATIN_FONT, LETTERS, SHIPPED, scriptRuns } from './text.ts';

/** One cut of the two families that pictures are set in. */
export interface Cut {
  readonly script: 'latin' | 'chinese';
  readonly bold: boolean;
}

/** Gives a font that holds the given characters and no others, as TrueType. Files and fonts are the caller's matter. */
export type CutFont = (cut: Cut, characters: string) => Promise<Uint8Array>;

const CUTS: readonly Cut[] = [
  { script: 'latin', bold: false },
  { script: 'latin', bold: true },
  { script: 'chinese', bold: false },
  { script: 'chinese', bold: true },
];

/** The characters that each cut draws, in order, so that the same picture gives the same bytes. */
function charactersOf(svg: string, { script, bold }: Cut): string {
  const found = new Set<string>();
  for (const [, attributes = '', inner = ''] of svg.matchAll(/<text\b([^>]*)>(.*?)<\/text>/gs)) {
    if (/ font-weight="(?:bold|[6-9]00)"/.test(attributes) !== bold) continue;
    for (const run of scriptRuns(unescaped(inner.replace(/<[^>]*>/g, ''))))
      if (run.chinese === (script === 'chinese')) for (const character of run.text) found.add(character);
  }
  return [...found].toSorted().join('');
}

/** Font rules for the characters that each cut draws; empty if there are none. */
async function rules(charactersIn: (cut: Cut) => string, cutFont: CutFont): Promise<string> {
  const all = await Promise.all(
    CUTS.map(async (cut) => {
      const characters = charactersIn(cut);
      if (characters === '') return '';
      const data = base64(await cutFont(cut, characters));
      const weight = cut.bold ? 700 : 400;
      return `@font-face{font-family:'${LETTERS[cut.script]}';font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
    }),
  );
  return all.join('');
}

/** The picture with a style that holds its letters; as it was if nothing is written in it. */
export async function lettered(svg: string, cutFont: CutFont): Promise<string> {
  const style = await rules((cut) => charactersOf(svg, cut), cutFont);
  return style === '' ? svg : svg.replace('<title>', `<style>${style}</style>\n<title>`);
}

/**
 * The picture with one shipped font for each run of text. A program that looks at the first family alone would
 * draw bold Chinese in whatever font has the letters, and that is the regular one.
 */
export const inShippedFonts = (svg: string): string =>
  svg
    .replaceAll(FONT, SHIPPED.latin)
    .replaceAll(LATIN_FONT, SHIPPED.latin)
    .replaceAll(CHINESE_FONT, SHIPPED.chinese);

/** A page has millions of characters: those of one unit are ticked off in a table, and only the few others make texts. */
function charactersIn(text: string): ReadonlySet<string> {
  const seen = new Uint8Array(0x10000);
  const found = new Set<string>();
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isPart = unit >= 0xd800 && unit < 0xe000;
    if (!isPart && seen[unit] === 1) continue;
    seen[unit] = 1;
    const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
    found.add(character);
    index += character.length - 1;
  }
  return found;
}

/**
 * Rules of a style for a page that may show any of the text's characters, regular and bold.
 * @param mainly the script that draws the marks which both have, such as dashes and quotes
 */
export function fontRules(text: string, mainly: Cut['script'], cutFont: CutFont): Promise<string> {
  const characters = [...charactersIn(text)].toSorted();
  const scriptOf = (character: string): Cut['script'] => {
    if (isShared(character)) return mainly;
    return isChinese(character) ? 'chinese' : 'latin';
  };
  return rules(
    ({ script }) => characters.filter((character) => scriptOf(character) === script).join(''),
    cutFont,
  );
}
