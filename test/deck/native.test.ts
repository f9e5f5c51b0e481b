// Native charts hold what their pictures show: bars that float on either side of zero, and bands between years that lie apart.

import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/analyse/index.ts';
import { kinds } from '../../src/render/charts/index.ts';
import type { LyingPicture } from '../../src/render/charts/lying_bars.ts';
import { COLOUR } from '../../src/render/charts/theme.ts';
import { chartXml } from '../../src/render/deck/chart_xml.ts';
import { nativeBlocks } from '../../src/render/deck/native/index.ts';
import type { NativeChart } from '../../src/render/deck/types.ts';
import { chart, findings } from '../render/fixture.ts';

const AREA = { x: 0.5, y: 1.5, w: 12, h: 5 };

function nativeOf(request: (typeof findings.charts)[number], found: Findings) {
  const { shows } = kinds[request.kind]?.build(request, found, 'en') ?? {};
  const blocks = nativeBlocks(shows, AREA, 'what is seen', 'en') ?? [];
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  return { shows, charts };
}

/** Where the coloured stretches of one bar come to stand: programs stack what is positive to the right of zero, the rest to the left. */
function stretchesOf({ series }: NativeChart, at: number) {
  const reached = { 1: 0, [-1]: 0 };
  return series.flatMap(({ values, color }) => {
    const length = values[at] ?? 0;
    const sign = length < 0 ? -1 : 1;
    const from = reached[sign];
    reached[sign] += length;
    return color === undefined || length === 0 ? [] : [{ from, to: reached[sign], color }];
  });
}

/** How much of each colour lies at a place. */
const colourAt = (stretches: ReturnType<typeof stretchesOf>, place: number): string | undefined =>
  stretches.find(({ from, to }) => Math.min(from, to) < place && place < Math.max(from, to))?.color;

/** What the input at either end makes of the headline. */
type Ends = readonly [low: number | undefined, high: number | undefined];

function tornado(central: number, ends: readonly Ends[]) {
  const [pattern] = findings.sensitivities;
  if (pattern === undefined) throw new Error('no sensitivities');
  const sensitivities = ends.map(([low, high]) => ({ ...pattern, central, low, high }));
  const { shows, charts } = nativeOf(chart('tornado', ['transition_cost']), { ...findings, sensitivities });
  if (shows?.kind !== 'lying' || charts[0] === undefined) throw new Error('a tornado without a native chart');
  return { picture: shows.picture as LyingPicture, native: charts[0] };
}

describe('a tornado', () => {
  it('has no line at zero, where no bar begins: labels stand there', () => {
    const { native } = tornado(380, [[260, 720]]);
    const axis = /<c:catAx>.*?<\/c:catAx>/s.exec(chartXml(native, AREA, 'rId1'))?.[0] ?? '';
    expect(axis).toContain('<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>');
    const { charts } = nativeOf(chart('drivers', ['transition_cost']), findings);
    for (const each of charts)
      expect(chartXml(each, AREA, 'rId1')).toMatch(/<c:spPr><a:ln w="9525">.*?<\/c:catAx>/s);
  });

  it.each<[string, number, readonly Ends[]]>([
    [
      'above zero',
      380,
      [
        [260, 720],
        [470, 360],
      ],
    ],
    [
      'across zero',
      100,
      [
        [-260, 440],
        [150, -90],
        [320, 40],
      ],
    ],
    [
      'below zero',
      -180,
      [
        [-300, -40],
        [-120, -220],
        [-150, -260],
      ],
    ],
    [
      'around zero',
      0,
      [
        [-30, 40],
        [20, -10],
      ],
    ],
    [
      'to one side, either first',
      380,
      [
        [500, 430],
        [400, 520],
        [300, 340],
      ],
    ],
    [
      'with an end at which a check breaks',
      380,
      [
        [undefined, 460],
        [300, undefined],
        [undefined, undefined],
      ],
    ],
  ])('%s is a native chart whose bars stand where the picture has them', (_, central, ends) => {
    const { picture, native } = tornado(central, ends);
    for (const [at, { parts }] of picture.bars.entries()) {
      const stretches = stretchesOf(native, at);
      const reach = (all: readonly { readonly from: number; readonly to: number }[]) => [
        Math.min(...all.flatMap(({ from, to }) => [from, to])),
        Math.max(...all.flatMap(({ from, to }) => [from, to])),
      ];
      expect(stretches.length > 0).toBe(parts.length > 0);
      if (parts.length === 0) continue;
      for (const [index, end] of reach(stretches).entries())
        expect(end).toBeCloseTo(reach(parts)[index] ?? 0, 9);
      for (const { to, color } of parts) {
        const inside = to + (to > picture.centre ? -1e-6 : 1e-6);
        expect(colourAt(stretches, inside)).toBe(color);
      }
      expect(native.axis.low).toBeLessThanOrEqual(reach(parts)[0] ?? 0);
      expect(native.axis.high).toBeGreaterThanOrEqual(reach(parts)[1] ?? 0);
    }
  });

  it('writes beside each bar what both ends are', () => {
    const { picture, native } = tornado(100, [
      [-260, 440],
      [150, 120],
      [40, 60],
    ]);
    const written = native.series.flatMap(({ labels = [] }) => labels.map(({ at, text }) => `${at} ${text}`));
    for (const [at, { parts }] of picture.bars.entries())
      for (const { label } of parts)
        expect(written.some((one) => one.startsWith(`${at} `) && one.includes(label))).toBe(true);
  });
});

describe('a fan of years that lie apart', () => {
  const years = [2025, 2026, 2030, 2050];

  it('is a native chart of these years alone, on an axis of dates', () => {
    const { charts, shows } = nativeOf(chart('fan', ['transition_cost'], { years }), findings);
    if (shows?.kind !== 'fans') throw new Error('a fan without bands');
    expect(charts.length).toBe(shows.picture.panels.length);
    for (const [index, { categories, series }] of charts.entries()) {
      expect(categories).toEqual(years);
      const areas = series.filter(({ draw }) => draw === 'area');
      const top = years.map((_, at) =>
        areas.reduce((sum, { values }) => sum + (values[at] ?? Number.NaN), 0),
      );
      for (const [at, value] of top.entries())
        expect(value).toBeCloseTo(shows.picture.panels[index]?.wide.high[at] ?? 0, 9);
      expect(series.find(({ color, draw }) => draw === 'line' && color === COLOUR.navy)?.values).toEqual(
        shows.picture.panels[index]?.median,
      );
    }
  });

  it('keeps the number of a label in one line, however narrow a program thinks it is', () => {
    const { charts } = nativeOf(chart('fan', ['transition_cost'], { years }), findings);
    const labels = charts.flatMap(
      (each) => chartXml(each, AREA, 'rId1').match(/<c:dLbl>.*?<\/c:dLbl>/g) ?? [],
    );
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label).toMatch(/<c:txPr><a:bodyPr [^>]*wrap="none"/);
  });

  it('of one year stays a picture, as a band has no width there', () => {
    expect(nativeOf(chart('fan', ['transition_cost'], { years: [2030] }), findings).charts).toEqual([]);
  });
});
