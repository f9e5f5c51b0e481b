// Puts into a picture the letters that it draws, so that it looks the same where its fonts are not installed.

import { unescaped } from './svg.ts';
import { LETTERS, scriptRuns } from './text.ts';

/** One cut of the two families that pictures are set in. */
export interface Cut {
  readonly script: 'latin' | 'chinese';
  readonly bold: boolean;
}

/** Gives a font that holds the given characters and no others, as WOFF2. Files and fonts are the caller's matter. */
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

/** Bytes as base64 without what only Node or only a browser has. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The picture with a style that holds its letters; as it was if nothing is written in it. */
export async function lettered(svg: string, cutFont: CutFont): Promise<string> {
  const rules = await Promise.all(
    CUTS.map(async (cut) => {
      const characters = charactersOf(svg, cut);
      if (characters === '') return '';
      const data = base64(await cutFont(cut, characters));
      const weight = cut.bold ? 700 : 400;
      return `@font-face{font-family:'${LETTERS[cut.script]}';font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
    }),
  );
  const style = rules.join('');
  return style === '' ? svg : svg.replace('<title>', `<style>${style}</style>\n<title>`);
}
