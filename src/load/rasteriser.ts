// Draws a picture as PNG, or with its letters as paths, with the fonts that the product ships and no others, so that every machine draws the same letters.

import { fileURLToPath } from 'node:url';

/** Pixels for each pixel of the picture: sharp on a projector. */
const ZOOM = 2;

const FONTS = [
  'source-sans-3-regular',
  'source-sans-3-bold',
  'noto-sans-sc-gb2312-regular',
  'noto-sans-sc-gb2312-bold',
].map((name) => fileURLToPath(new URL(`fonts/${name}.ttf`, import.meta.url)));

const FONT = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Source Sans 3' };

/**
 * @param zoom pixels of the PNG for each pixel of the picture
 * @returns a function that gives the PNG of an SVG
 */
export function rasteriser(zoom = ZOOM): (svg: string) => Promise<Uint8Array> {
  return async (svg) => {
    const { Resvg } = await import('@resvg/resvg-js');
    const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom }, font: FONT, logLevel: 'off' });
    return picture.render().asPng();
  };
}

/** The SVG with its letters as paths: it looks the same in a program that takes no font from a picture. */
export async function outlined(svg: string): Promise<string> {
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { font: FONT, logLevel: 'off' }).toString();
}
