// From a specification to SVG by Vega-Lite and Vega, without a browser: for the frame.
import type * as Vega from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './chart.ts';
import { CHINESE_FONT, isChinese, LATIN_FONT, scriptRuns, textWidth } from './text.ts';

interface Measured {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/** Not in Vega's typings, but its own seam for renderers that know better than 0.8 em a letter. */
interface WithMetrics {
  readonly textMetrics: { width: (item: Measured, text: unknown) => number };
}

/** Width as the shipped font draws it. */
function measure(item: Measured, text: unknown): number {
  const words = text === null || text === undefined ? '' : String(text).trim();
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
  return textWidth(words, item.fontSize ?? 11, bold);
}

/** The drawn body, without its outer element, and where its first panel stands in it. */
export interface Drawn {
  readonly content: string;
  readonly width: number;
  readonly height: number;
  readonly origin: { readonly x: number; readonly y: number };
}

/** Draws a specification. The libraries are loaded when the first picture is drawn, not with the program. */
export async function drawSvg(spec: VegaLiteSpec): Promise<Drawn> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  // Vega keeps its text metrics in its own module; setting the same pure function again changes nothing.
  (vega as unknown as WithMetrics).textMetrics.width = measure;
  const compiled = vegaLite.compile(spec as unknown as TopLevelSpec).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logLevel: vega.Error });
  await view.runAsync();
  return toContent(vega, view);
}

/** No panel is clipped and nothing has a gradient, so that the SVG holds no ids that a second picture could shift. */
async function toContent(vega: typeof Vega, view: Vega.View): Promise<Drawn> {
  vega.resetSVGDefIds();
  const svg = await view.toSVG();
  view.finalize();
  const [, width = '0', height = '0'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const start = svg.indexOf('<g ');
  const [x, y] = view.origin();
  return {
    content: chineseRuns(svg.slice(start, svg.lastIndexOf('</svg>'))),
    width: Number(width),
    height: Number(height),
    origin: { x: x ?? 0, y: y ?? 0 },
  };
}

/**
 * Gives every run of one script its own family and place. Left to themselves renderers fall back for a whole
 * text: they lose the bold, take Latin letters from the Chinese font, or draw boxes.
 */
export function chineseRuns(svg: string): string {
  return svg.replace(/<text\b([^>]*)>(.*?)<\/text>/gs, (whole, attributes: string, inner: string) => {
    if (![...inner].some(isChinese)) return whole;
    const style: RunStyle = {
      x: Number(attribute(attributes, 'x', '0')),
      size: Number.parseFloat(attribute(attributes, 'font-size', '12')),
      bold: /^(bold|[6-9]00)$/.test(attribute(attributes, 'font-weight', '400')),
      share: { middle: 0.5, end: 1 }[attribute(attributes, 'text-anchor', 'start')] ?? 0,
    };
    const lines = inner.includes('<tspan')
      ? inner.replace(/<tspan([^>]*)>([^<]*)<\/tspan>/g, (_, own: string, text: string) =>
          placedRuns(text, style, attribute(own, 'dy', '')),
        )
      : placedRuns(inner, style, '');
    return `<text${attributes.replace(/ text-anchor="[^"]*"/, '')}>${lines}</text>`;
  });
}

interface RunStyle {
  readonly x: number;
  readonly size: number;
  readonly bold: boolean;
  /** Share of a line's width left of x. */
  readonly share: number;
}

function attribute(attributes: string, name: string, otherwise: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? otherwise;
}

/** One line of escaped text as runs with the x at which each starts. */
function placedRuns(escaped: string, style: RunStyle, dy: string): string {
  const width = (text: string) => textWidth(unescaped(text), style.size, style.bold);
  let x = style.x - width(escaped) * style.share;
  return scriptRuns(escaped)
    .map((run, index) => {
      const shift = index === 0 && dy !== '' ? ` dy="${dy}"` : '';
      const family = run.chinese ? CHINESE_FONT : LATIN_FONT;
      // Renderers drop or double spaces where spans meet: they become room, not letters.
      const own = run.text.trim();
      const from = x + width(run.text.slice(0, run.text.indexOf(own)));
      x += width(run.text);
      return own === ''
        ? ''
        : `<tspan x="${Number(from.toFixed(2))}"${shift} font-family="${family}">${own}</tspan>`;
    })
    .join('');
}

/** Text of an SVG as it is read. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
