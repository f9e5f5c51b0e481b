// The fonts that the product ships, cut to what a picture needs: Source Sans 3 and Noto Sans SC, both under the OFL beside them.

import { readFile } from 'node:fs/promises';

interface Cut {
  readonly script: 'latin' | 'chinese';
  readonly bold: boolean;
}

const FAMILY = { latin: 'source-sans-3', chinese: 'noto-sans-sc-gb2312' } as const;

/** What text on a board's chart needs of a font; ligatures and stylistic sets would change widths. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp'];

/** @returns a function that cuts fonts, each file read once */
export function fontCutter(): (cut: Cut, characters: string) => Promise<Uint8Array> {
  const files = new Map<string, Promise<Buffer>>();
  const whole = (name: string): Promise<Buffer> => {
    const known = files.get(name) ?? readFile(new URL(`fonts/${name}`, import.meta.url));
    files.set(name, known);
    return known;
  };
  return async ({ script, bold }, characters) => {
    const { default: subset } = await import('subset-font');
    const font = await whole(`${FAMILY[script]}-${bold ? 'bold' : 'regular'}.ttf`);
    // Not packed: that would take ten times as long as the cutting and save a few thousand bytes a picture.
    return subset(font, characters, { targetFormat: 'truetype', noHinting: true, keepFeatures: FEATURES });
  };
}
