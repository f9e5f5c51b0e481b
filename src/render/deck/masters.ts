// The two layouts of a deck, under the names that PowerPoint gives its own, so that a company's template can stand in for them.
import { COLOUR } from '../charts/theme.ts';
import { PAGE, TITLE } from './measures.ts';
import type { Slide } from './types.ts';

/** Names of the layouts, English and Chinese programs name them differently. */
export const LAYOUTS: Readonly<Record<Slide['layout'], readonly string[]>> = {
  title: ['Title Slide', '标题幻灯片'],
  content: ['Title Only', '仅标题'],
};

export const TITLE_SLIDE = {
  title: { box: { x: 0.9, y: 1.7, w: 11.4, h: 1.7 }, size: 40 },
  subtitle: { box: { x: 0.9, y: 3.55, w: 11.4, h: 0.75 }, size: 22 },
  pale: '#8fc1e3',
} as const;

const bare = (color: string): string => color.replace('#', '');

/** What pptxgenjs needs to know of the layouts. */
export function masters(brand: string) {
  const rule = { x: 0.5, y: 7.06, w: PAGE.w - 1, h: 0 };
  return [
    {
      title: LAYOUTS.title[0] ?? '',
      background: { color: bare(COLOUR.navy) },
      objects: [
        { rect: { x: 0.9, y: 0, w: 0.75, h: 0.13, fill: { color: bare(COLOUR.red) } } },
        { rect: { x: 0.9, y: 3.45, w: 1.4, h: 0.03, fill: { color: bare(TITLE_SLIDE.pale) } } },
        {
          placeholder: {
            options: {
              name: 'title',
              type: 'title' as const,
              ...TITLE_SLIDE.title.box,
              margin: 0,
              fontSize: TITLE_SLIDE.title.size,
              bold: true,
              color: bare(COLOUR.white),
              align: 'left' as const,
              valign: 'bottom' as const,
            },
            text: '',
          },
        },
        {
          placeholder: {
            options: {
              name: 'subtitle',
              type: 'body' as const,
              ...TITLE_SLIDE.subtitle.box,
              margin: 0,
              fontSize: TITLE_SLIDE.subtitle.size,
              color: bare(COLOUR.white),
              align: 'left' as const,
              valign: 'middle' as const,
            },
            text: '',
          },
        },
      ],
    },
    {
      title: LAYOUTS.content[0] ?? '',
      background: { color: bare(COLOUR.white) },
      objects: [
        { rect: { x: 0.5, y: 0, w: 0.58, h: 0.095, fill: { color: bare(COLOUR.red) } } },
        { line: { ...rule, line: { color: bare(COLOUR.grid), width: 0.75 } } },
        {
          text: {
            text: brand,
            options: {
              x: 4,
              y: 7.11,
              w: 8.2,
              h: 0.26,
              margin: 0,
              fontSize: 9,
              bold: true,
              color: bare(COLOUR.navy),
              align: 'right' as const,
              valign: 'middle' as const,
            },
          },
        },
        {
          placeholder: {
            options: {
              name: 'title',
              type: 'title' as const,
              ...TITLE,
              margin: 0,
              fontSize: 24,
              bold: true,
              color: bare(COLOUR.ink),
              align: 'left' as const,
              valign: 'top' as const,
            },
            text: '',
          },
        },
      ],
      slideNumber: {
        x: 12.23,
        y: 7.11,
        w: 0.6,
        h: 0.26,
        margin: 0,
        fontSize: 9,
        color: bare(COLOUR.grey),
        align: 'right' as const,
      },
    },
  ];
}
