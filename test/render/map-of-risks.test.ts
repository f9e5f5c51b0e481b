// The map of risks has a bubble and a readable line for every row of the register, on a page, on a slide and on a phone.
import { expect, test } from 'vitest';
import { drawnFrom } from '../../src/render/charts/bodies.ts';
import {
  bubblesOf,
  type HeatMapItem,
  type HeatMapPicture,
  legendOf,
} from '../../src/render/charts/heat_map_panels.ts';
import { drawNarrow } from '../../src/render/charts/narrow.ts';
import { nativeBlocks } from '../../src/render/deck/native/index.ts';
import { kinds } from '../../src/render/index.ts';
import { chart, findings } from './fixture.ts';

const MOST = 40;
/** Pixels of the smallest letters and of the smallest bubble with two digits. */
const LEAST = { letters: 9, bubble: 12, apart: 14 } as const;

function mapOf(count: number): { picture: HeatMapPicture; notes: readonly string[] } {
  const { register } = findings;
  if (register === undefined) throw new Error('the fixture has no register');
  const rows = Array.from({ length: count }, (_, index) => {
    const row = register.rows[index % register.rows.length];
    if (row === undefined) throw new Error('no rows');
    return {
      ...row,
      name: `row${index}`,
      title: { en: `Risk of kind ${index + 1}`, zh: `风险${index + 1}` },
    };
  });
  const found = { ...findings, register: { ...register, rows } };
  const { shows, notes } = kinds.heat_map?.build(chart('heat_map', []), found, 'en') ?? {};
  if (shows?.kind !== 'heat_map') throw new Error('no map');
  return { picture: shows.picture, notes: notes ?? [] };
}

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function textsOf(spec: unknown): Drawn[] {
  const { concat } = spec as { concat: { layer: { mark: never; data: { values: never[] } }[] }[] };
  return concat.flatMap(({ layer }) =>
    layer.flatMap(({ mark, data }) => {
      const { type, fontSize } = mark as { type: string; fontSize: number };
      return type !== 'text'
        ? []
        : (data.values as { text: string | string[]; x: number; y: number }[]).map(({ text, x, y }) => ({
            ...{ text: [text].flat().join(' '), x, y },
            size: fontSize,
          }));
    }),
  );
}

test.each([1, 11, 19, 25, MOST])('every one of %i rows is drawn, and can be read', (count) => {
  const { picture, notes } = mapOf(count);
  expect(notes.join(' ')).not.toContain('Not drawn');
  const narrow = drawNarrow({ kind: 'heat_map', picture });
  if (narrow === undefined) throw new Error('no narrow map');
  for (const drawing of [
    drawnFrom({ kind: 'heat_map', picture }, { width: 1184, height: 500 }),
    drawnFrom({ kind: 'heat_map', picture }, { width: 1184, height: 620 }),
    narrow,
  ]) {
    const texts = textsOf(drawing.spec);
    expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(LEAST.letters);
    const titles = picture.items.map(({ title }) => texts.filter(({ text }) => text === title));
    expect(titles.map((own) => own.length)).toEqual(picture.items.map(() => 1));
    const places = titles.flat();
    for (const [index, one] of places.entries())
      for (const other of places.slice(index + 1))
        if (Math.abs(one.x - other.x) < 1) expect(Math.abs(one.y - other.y)).toBeGreaterThan(LEAST.apart);
  }
  const blocks = nativeBlocks({ kind: 'heat_map', picture }, { x: 0.5, y: 1.5, w: 12.3, h: 5 }, 'map', 'en');
  const cells = blocks?.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])) ?? [];
  for (const { title } of picture.items) expect(cells.filter(({ text }) => text === title)).toHaveLength(1);
  for (const block of blocks ?? [])
    if (block.kind === 'table') for (const height of block.heights) expect(height).toBeGreaterThan(0.17);
});

test('bubbles stay as large as their numbers wherever rows stand, and none lies on another', () => {
  for (const cell of [
    { width: 119, height: 80 },
    { width: 56, height: 72 },
  ])
    for (const seed of [1, 2, 3, 4, 5]) {
      const level = (index: number, of: number): number => ((index * 7 + seed * of + index * index) % 5) + 1;
      const items = Array.from({ length: MOST }, (_, index): HeatMapItem => {
        const at = (of: number) => ({ likelihood: level(index, of), impact: level(index + 3, of + 1) });
        return {
          ...{ id: String(index + 1), title: '', detail: '', remark: '', warning: '', opportunity: false },
          ...{ inherent: at(1), residual: at(2) },
        };
      });
      const bubbles = bubblesOf(items, cell, 3);
      expect(Math.min(...bubbles.map(({ size }) => size))).toBeGreaterThanOrEqual(LEAST.bubble);
      for (const [index, one] of bubbles.entries())
        for (const other of bubbles.slice(index + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan((one.size + other.size) / 2);
    }
});

test('a row that the response does not move has its own mark, which the key explains', () => {
  const { picture } = mapOf(11);
  const still = picture.items.filter(
    ({ inherent, residual }) =>
      inherent.impact === residual.impact && inherent.likelihood === residual.likelihood,
  );
  expect(still.length).toBeGreaterThan(0);
  expect(legendOf(picture).map(({ label }) => label)).toContain('the same before and after');
  const bubbles = bubblesOf(picture.items, { width: 119, height: 80 });
  expect(bubbles.filter(({ same }) => same).map(({ item }) => item)).toEqual(still);
  const moved = { ...picture, items: picture.items.filter((item) => !still.includes(item)) };
  expect(bubblesOf(moved.items, { width: 119, height: 80 }).some(({ same }) => same)).toBe(false);
});

test('a rating that the response leaves alone is said once', () => {
  const details = mapOf(11).picture.items.map(({ detail }) => detail);
  expect(details.some((detail) => /^\w+ → \w+, [a-z ]+ · /.test(detail))).toBe(true);
  for (const detail of details) {
    const [before, after] =
      detail
        .split(' · ')[0]
        ?.split(' → ')
        .map((side) => side.split(', ')) ?? [];
    if (before?.length === 2 && after?.length === 2)
      expect(before.filter((word, index) => word === after[index])).toEqual([]);
  }
});
