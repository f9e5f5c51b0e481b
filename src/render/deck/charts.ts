// Slide kind `charts`: one slide a chart of the study, its finding as title; native where its kind can be, otherwise a picture.
import { sourceLine } from '../charts/caption.ts';
import { type Language, plain, say } from '../wording.ts';
import type { DeckChart, DeckContext } from './kind.ts';
import { CAPTION_LINES, caption, heading, INNER, linesOf, MARGIN, SMALL, widthOf } from './measures.ts';
import { nativeBlocks } from './native/index.ts';
import { comparedStrategies, notesOn } from './notes.ts';
import type { Block, Box, Slide } from './types.ts';

/** Pixels of an inch of the picture: the same letters as on the chart's own page. */
const PIXELS = 96;

/** Notes always, then as many whole names of sources as three lines hold, one line more where they hold none. */
function smallPrint({ picture }: DeckChart, { language }: DeckContext): string {
  const said = (shown: number): string =>
    [...picture.notes, sourceLine(picture.sources, shown, language)]
      .filter((words) => words !== '')
      .join(say(language, ' ', ''));
  const counts = Array.from(
    { length: picture.sources.length + 1 },
    (_, less) => picture.sources.length - less,
  );
  // What is longer than all lines together need not be broken into lines to know it.
  const fits = (words: string, most: number): boolean =>
    widthOf(words, SMALL) <= INNER * most && linesOf(words, INNER, SMALL, most + 1).length <= most;
  const shown = [CAPTION_LINES, CAPTION_LINES + 1].flatMap(
    (most) => counts.find((count) => count > 0 && fits(said(count), most)) ?? [],
  );
  return said(shown[0] ?? 0);
}

/** Ratings in words, for whom the map on the slide is not enough. */
const ratingsOf = ({ shows }: DeckChart['picture'], language: Language): readonly string[] =>
  shows?.kind === 'heat_map'
    ? shows.picture.items.map(
        ({ id, title, detail, warning }) =>
          `${id} ${title}${say(language, ': ', '：')}${[detail, warning].filter((part) => part !== '').join(' · ')}`,
      )
    : [];

/** @param native the slide shows it as a chart that can be edited */
function notesOf({ request, picture }: DeckChart, native: boolean, context: DeckContext): readonly string[] {
  const { findings, language } = context;
  const { quantities, scenarios, strategies, years } = request;
  const [, after] = comparedStrategies(findings);
  const year =
    years.length === 0 || years.includes(findings.horizons.medium)
      ? findings.horizons.medium
      : (years.at(-1) ?? findings.baseYear);
  const register = findings.register;
  const asked =
    quantities.length > 0 || register === undefined
      ? quantities
      : [...new Set(register.rows.flatMap(({ drivenBy }) => drivenBy))];
  return [
    picture.headline,
    picture.subtitle,
    ...picture.notes,
    ...ratingsOf(picture, language),
    say(
      language,
      `The same as a picture with its data: charts/${request.name}.svg, .png and .vl.json.`,
      `同一图表及数据：charts/${request.name}.svg、.png、.vl.json。`,
    ),
    ...(native
      ? []
      : [
          say(
            language,
            'On the slide it is a picture: no chart of a presentation program can be as this one is, with bars of their own widths or a band in one year.',
            '本页为图片：演示软件的图表无法呈现宽度各异的条形或单一年份的区间带。',
          ),
        ]),
    '',
    ...notesOn(
      asked.map((quantity) => ({
        quantity,
        year,
        scenario: scenarios[0] ?? findings.scenarios[0]?.name,
        strategy: strategies.length === 0 || strategies.includes(after) ? after : strategies[0],
      })),
      context,
    ),
  ].map(plain);
}

/** The picture as PNG, and as SVG beside it; nothing where nobody draws it. */
async function pictureBlocks(
  picture: DeckChart['picture'],
  box: Box,
  alt: string,
  { toPng, toPaths }: DeckContext,
): Promise<readonly Block[]> {
  const area = { width: box.w * PIXELS, height: box.h * PIXELS };
  const [png, svg] = await Promise.all([toPng?.(picture, area), toPaths?.(picture, area)]);
  return png === undefined ? [] : [{ kind: 'picture', box, alt, png, svg }];
}

/** The slide of one chart. */
export async function chartSlide(chart: DeckChart, context: DeckContext): Promise<Slide> {
  const { picture } = chart;
  const said = heading(picture.headline, picture.subtitle);
  const small = caption(smallPrint(chart, context), CAPTION_LINES + 1);
  const area = { x: MARGIN, y: said.top, w: INNER, h: small.bottom - said.top };
  const alt = [picture.headline, picture.subtitle].join('. ');
  const native = nativeBlocks(picture.shows, area, alt, context.language);
  const body = native ?? (await pictureBlocks(picture, area, alt, context));
  return {
    layout: 'content',
    title: said.title,
    size: said.size,
    subtitle: '',
    blocks: [...said.subtitle, ...body, ...small.blocks],
    notes: notesOf(chart, native !== undefined, context),
  };
}
