// Charts for the page: compiled to Vega, which runs without eval; lines and bars say their numbers, and a table holds those that open.

import type { TopLevelSpec } from 'vega-lite';
import type { ChartRequest, Findings } from '../../analyse/index.ts';
import { sourceLine } from '../charts/caption.ts';
import type { Area, Json, Picture, VegaLiteSpec } from '../charts/chart.ts';
import { drawNarrow } from '../charts/narrow.ts';
import type { Language } from '../wording.ts';
import { drawnBy } from './drawn/index.ts';
import { linked } from './linked.ts';
import type { Figure } from './types.ts';

const WIDTH = 1100;
const HEIGHT = 470;
/** Panels stand below each other by strategy; the map of risks has its legend of rows beside it. */
const PER_STRATEGY = 50;
const TALL = 640;
const PADDING = 6;

interface Drawn {
  readonly figure: Figure;
  /** Vega specifications: the chart, and the same for a phone where its kind can be so narrow. */
  readonly specs: readonly Json[];
}

/**
 * Draws a chart for the page.
 * @param position of its first specification among those of the page
 */
export async function drawFigure(
  request: ChartRequest,
  picture: Picture,
  position: number,
  findings: Findings,
  language: Language,
): Promise<Drawn> {
  const rows = Math.max(0, findings.strategies.length - 2);
  const height = request.kind === 'heat_map' ? TALL : Math.min(TALL, HEIGHT + rows * PER_STRATEGY);
  const area = { width: WIDTH, height };
  const { spec } = picture.draw(area);
  const narrow = drawNarrow(picture.shows);
  const { compile } = await import('vega-lite');
  const compiled = (drawn: VegaLiteSpec): Json =>
    pointable(
      compile({ ...speaking(drawn), padding: PADDING } as unknown as TopLevelSpec).spec as unknown as Json,
    );
  const ratioOf = ({ width, height }: Area): number => (width + 2 * PADDING) / (height + 2 * PADDING);
  const years = (picture.headline.match(/\b\d{4}\b/g) ?? []).map(Number);
  const numbers = drawnBy(request, years, { findings, language });
  return {
    specs: [compiled(spec), ...(narrow === undefined ? [] : [compiled(narrow.spec)])],
    figure: {
      name: request.name,
      headline: linked(
        picture.headline,
        numbers,
        [request.title, ...request.labels.values()],
        findings,
        language,
      ),
      subtitle: picture.subtitle,
      caption: [...picture.notes, sourceLine(picture.sources, picture.sources.length, language)].filter(
        (text) => text !== '',
      ),
      spec: position,
      ratio: ratioOf(area),
      ...(narrow === undefined ? {} : { narrow: { spec: position + 1, ratio: ratioOf(narrow) } }),
      unit: numbers.unit,
      head: numbers.head,
      lines: numbers.lines,
    },
  };
}

const isTable = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldOf = (encoding: Json | undefined, channel: string): Json | undefined => {
  const found = isTable(encoding) ? encoding[channel] : undefined;
  return isTable(found) ? found.field : undefined;
};

const FORMAT = ',.4~r';
const YEAR: Json = { field: 'year', title: 'year', format: 'd' };

/** The specification with words for whoever points at a bar or at a year of a line. */
function speaking(spec: VegaLiteSpec): VegaLiteSpec {
  const each = (key: 'concat' | 'layer') => {
    const inner = spec[key];
    return Array.isArray(inner)
      ? { [key]: inner.flatMap((one) => (isTable(one) ? withWords(speaking(one)) : [one])) }
      : {};
  };
  return { ...spec, ...each('concat'), ...each('layer') };
}

function withWords(layer: VegaLiteSpec): readonly Json[] {
  const { encoding, mark } = layer;
  const type = isTable(mark) ? mark.type : undefined;
  const value: Json = { field: 'value', title: 'value', format: FORMAT };
  const say = (name: string, ...more: readonly Json[]): Json => ({
    ...(isTable(encoding) ? encoding : {}),
    tooltip: [{ field: name, title: 'name' }, ...more],
  });
  if (type === 'line' && fieldOf(encoding, 'x') === 'year' && fieldOf(encoding, 'detail') === 'line')
    return [
      layer,
      // Points that show only under the pointer.
      {
        ...layer,
        mark: { type: 'point', filled: true, size: 90, opacity: 0 },
        encoding: say('line', YEAR, value),
      },
    ];
  if (type === 'bar' && fieldOf(encoding, 'color') === 'part')
    return [{ ...layer, encoding: say('part', YEAR, value) }];
  if (type === 'bar' && fieldOf(encoding, 'color') === 'color') return [{ ...layer, encoding: say('name') }];
  return [layer];
}

/** Marks that nobody sees show themselves under the pointer, which Vega-Lite has no word for. */
function pointable(vega: Json): Json {
  if (!isTable(vega) || !Array.isArray(vega.marks)) return vega;
  const marks = vega.marks.map((mark: Json): Json => {
    const inner = pointable(mark);
    const encode = isTable(inner) ? inner.encode : undefined;
    const update = isTable(encode) ? encode.update : undefined;
    const opacity = isTable(update) ? update.opacity : undefined;
    const unseen = isTable(opacity) && opacity.value === 0;
    return unseen && isTable(inner) && isTable(encode)
      ? { ...inner, encode: { ...encode, hover: { opacity: { value: 1 } } } }
      : inner;
  });
  return { ...vega, marks };
}
