// What a key above a picture names can be seen in it, and what is seen in it the key names.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnFrom } from '../../src/render/charts/bodies.ts';
import { legendOf, tint } from '../../src/render/charts/regret_panel.ts';
import { nativeBlocks } from '../../src/render/deck/native/index.ts';
import { kinds } from '../../src/render/index.ts';
import { chart, findings } from './fixture.ts';

const AREA = { width: 1184, height: 480 };

test('the central case is drawn above the median, on which it often lies', () => {
  const { shows } = kinds.fan?.build(chart('fan', ['transition_cost']), findings, 'en') ?? {};
  if (shows?.kind !== 'fans') throw new Error('no fan');
  const [median, , , central] = shows.picture.legend;
  const { concat } = drawnFrom(shows, AREA).spec as unknown as {
    concat: { layer: { mark: { color?: string } }[] }[];
  };
  for (const { layer } of concat) {
    const colors = layer.map(({ mark }) => mark.color);
    expect(colors.indexOf(central.color)).toBeGreaterThan(colors.indexOf(median.color));
  }
  const native = nativeBlocks(shows, { x: 0, y: 0, w: 12, h: 5 }, 'fan', 'en') ?? [];
  const charts = native.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  expect(charts.length).toBeGreaterThan(0);
  for (const { series } of charts) expect(series.at(-1)?.color).toBe(central.color);
});

test('every tint of a table of regret stands in its key, with where it ends', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      (share, most) => {
        const { shows } =
          kinds.regret?.build(chart('regret', ['transition_cost'], { name: 'regret' }), findings, 'en') ?? {};
        if (shows?.kind !== 'regret') throw new Error('no regret');
        const key = legendOf(shows.picture);
        expect(key.map(({ color }) => color)).toContain(tint(share * most, most));
        expect(new Set(key.map(({ label }) => label)).size).toBe(key.length);
      },
    ),
    { numRuns: 60 },
  );
});
