// The table of strategies and scenarios as a native one, each cell tinted by its regret.
import { legendOf, type RegretPicture, tint } from '../../charts/regret_panel.ts';
import { COLOUR } from '../../charts/theme.ts';
import { fitted, widthOf } from '../measures.ts';
import type { Block, Box, Cell } from '../types.ts';
import { gridOf } from './grid.ts';

const SIZE = 13;
const HEAD = 0.55;
const HIGHEST = 0.85;
const MOST_NAME = 2.4;

export function nativeRegret(picture: RegretPicture, area: Box, alt: string): readonly Block[] {
  const { columns, rows, words } = picture;
  const { blocks } = gridOf(area, {
    columns: [''],
    rows: [''],
    count: 0,
    legend: legendOf(picture),
    axis: 0,
    labels: 0,
    foot: 0,
    feet: false,
  });
  const most = Math.max(0, ...rows.map(({ largest }) => largest.value));
  const first =
    Math.min(
      MOST_NAME,
      Math.max(
        1,
        ...rows.flatMap(({ name, least }) => [
          widthOf(name, SIZE, true),
          least ? widthOf(`▲ ${words.least}`, 10) : 0,
        ]),
      ),
    ) + 0.25;
  const wide = (area.w - first) / (columns.length + 1);
  const top = area.y + 0.45;
  const high = Math.min(HIGHEST, (area.y + area.h - top - HEAD) / Math.max(1, rows.length));
  const head = ['', ...columns, words.largest].map(
    (name): Cell => ({
      text: fitted(name, wide - 0.2, SIZE, 2, true),
      bold: true,
      align: 'center',
      fill: COLOUR.white,
    }),
  );
  return [
    ...blocks,
    {
      kind: 'table',
      box: { x: area.x, y: top, w: area.w, h: HEAD + high * rows.length },
      alt,
      widths: [first, ...columns.map(() => wide), wide],
      heights: [HEAD, ...rows.map(() => high)],
      rows: [
        head,
        ...rows.map((row): Cell[] => [
          {
            text: fitted(row.name, first - 0.2, SIZE, 1, true),
            bold: true,
            color: COLOUR.navy,
            fill: COLOUR.white,
            ...(row.least ? { below: { text: `▲ ${words.least}`, color: COLOUR.red } } : {}),
          },
          ...row.cells.map(
            ({ value, text, below, marked }): Cell => ({
              text,
              bold: marked,
              align: 'center',
              fill: tint(value, most),
              below: { text: below, color: COLOUR.grey },
            }),
          ),
          {
            text: row.largest.text,
            bold: true,
            align: 'center',
            color: row.least ? COLOUR.navy : COLOUR.ink,
            fill: tint(row.largest.value, most),
          },
        ]),
      ],
      size: SIZE,
      head: true,
      line: COLOUR.white,
    },
  ];
}
