// Draws a picture as PNG with the fonts that the product ships and no others, so that every machine draws the same letters.

import { fileURLToPath } from 'node:url';

/** Pixels for each pixel of the picture: sharp on a projector. */
const ZOOM = 2;

const FONTS = [
  'source-sans-3-regular',
  'source-sans-3-bold',
  'noto-sans-sc-gb2312-regular',
  'noto-sans-sc-gb2312-bold',
].map((name) => fileURLToPath(new URL(`fonts/${name}.ttf`, import.meta.url)));

/**
 * @param zoom pixels of the PNG for each pixel of the picture
 * @returns a function that gives the PNG of an SVG
 */
export function rasteriser(zoom = ZOOM): (svg: string) => Promise<Uint8Array> {
  return async (svg) => {
    const { Resvg } = await import('@resvg/resvg-js');
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Source Sans 3' },
      logLevel: 'off',
    });
    return picture.render().asPng();
  };
}
