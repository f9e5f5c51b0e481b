// The frame around a drawing: tag, headline, subtitle, caption and brand line, exactly 16:9.
import { type Language, plain, say } from '../wording.ts';
import { sourceLine } from './caption.ts';
import type { Area, Drawing, Picture, VegaLiteSpec } from './chart.ts';
import { withTexts } from './panels.ts';
import type { Text } from './pixels.ts';
import { chineseRuns, drawSvg } from './svg.ts';
import { balanced, FONT, textWidth, wrap } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';

const PAGE = { width: 1280, height: 720 } as const;
const MARGIN = 48;
const HEADLINE_TOP = 58;
const HEADLINE_LINE = 37;
const SUBTITLE_LINE = 25;
const CAPTION_LINE = 18;
const CAPTION_LINES = 3;
/** Between the body and its caption. */
const BODY_GAP = 16;
const CAPTION_BOTTOM = PAGE.height - 24;
const INNER = PAGE.width - 2 * MARGIN;

interface Words {
  readonly headline: readonly string[];
  readonly subtitle: readonly string[];
  readonly caption: readonly string[];
  readonly brand: string;
}

/** The words, broken into lines. */
function words(picture: Picture, brand: string, language: Language): Words {
  const brandWidth = textWidth(brand, SIZE.small, true);
  return {
    headline: balanced(picture.headline, INNER, SIZE.headline, true, 2),
    subtitle: wrap(picture.subtitle, INNER, SIZE.subtitle, false, 2),
    caption: caption(picture, INNER - brandWidth - 36, language),
    brand,
  };
}

/**
 * Notes always, then as many whole names of sources as three lines hold, one line more where they hold none. The last line leaves
 * room for the brand beside it.
 */
function caption(picture: Picture, width: number, language: Language): readonly string[] {
  const broken = (shown: number, most: number): readonly string[] | undefined => {
    const sentences = [...picture.notes, sourceLine(picture.sources, shown, language)].filter(
      (text) => text !== '',
    );
    const text = sentences.join(say(language, ' ', ''));
    // Blanks may fall away at the ends of lines, nothing else does.
    const least = textWidth(text.replaceAll(' ', ''), SIZE.small);
    for (let last = 0; last < most; last++) {
      if (least > last * INNER + width) continue;
      const full = wrap(text, (line) => (line === last ? width : INNER), SIZE.small, false, last + 1);
      // Where the text ends in the line before, too long to stand beside the brand, it breaks there.
      const lines =
        full.length > last
          ? full
          : wrap(text, (line) => (line >= last - 1 ? width : INNER), SIZE.small, false, last + 1);
      if (!lines.at(-1)?.endsWith('…')) return lines;
    }
    return undefined;
  };
  // A line more rather than no name at all.
  for (const most of [CAPTION_LINES, CAPTION_LINES + 1])
    for (let shown = picture.sources.length; shown > 0; shown--) {
      const lines = broken(shown, most);
      if (lines !== undefined) return lines;
    }
  const notes = picture.notes.join(say(language, ' ', ''));
  return (
    broken(0, CAPTION_LINES) ??
    broken(0, CAPTION_LINES + 1) ??
    wrap(notes, width, SIZE.small, false, CAPTION_LINES + 1)
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function line(text: string, x: number, y: number, size: number, color: string, more = ''): string {
  if (text === '') return '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${color}"${more}>${escaped(text)}</text>`;
}

/** The room between the words above and below. */
function room(said: Words): { readonly top: number; readonly area: Area } {
  const top =
    HEADLINE_TOP + (said.headline.length - 1) * HEADLINE_LINE + said.subtitle.length * SUBTITLE_LINE + 32;
  const bottom = CAPTION_BOTTOM - said.caption.length * CAPTION_LINE - BODY_GAP;
  return { top, area: { width: INNER, height: bottom - top } };
}

/** Who made the picture and when its facts were taken; from the study, never from a clock. */
export function brandLine(company: string, study: string, asOf: string): string {
  const text = [company, study, asOf].map(plain).join(' · ');
  return wrap(text, INNER / 3, SIZE.small, true, 1)[0] ?? '';
}

/** A picture as a page. */
export async function framed(picture: Picture, brand: string, language: Language): Promise<string> {
  const said = words(picture, brand, language);
  const { top, area } = room(said);
  const drawing = picture.draw(area);
  const drawn = await drawSvg(drawing.spec);
  const bold = ' font-weight="700"';
  const subtitleTop = HEADLINE_TOP + (said.headline.length - 1) * HEADLINE_LINE + 31;
  const captionTop = CAPTION_BOTTOM - (said.caption.length - 1) * CAPTION_LINE;
  const text = [
    ...said.headline.map((part, index) =>
      line(part, MARGIN, HEADLINE_TOP + index * HEADLINE_LINE, SIZE.headline, COLOUR.ink, bold),
    ),
    ...said.subtitle.map((part, index) =>
      line(part, MARGIN, subtitleTop + index * SUBTITLE_LINE, SIZE.subtitle, COLOUR.grey),
    ),
    ...said.caption.map((part, index) =>
      line(part, MARGIN, captionTop + index * CAPTION_LINE, SIZE.small, COLOUR.grey),
    ),
    line(brand, PAGE.width - MARGIN, CAPTION_BOTTOM, SIZE.small, COLOUR.navy, `${bold} text-anchor="end"`),
  ];
  const x = MARGIN + drawing.origin.x - drawn.origin.x;
  const y = top + drawing.origin.y - drawn.origin.y;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}" role="img" lang="${language === 'zh' ? 'zh-CN' : 'en'}" font-family="${FONT}">
<title>${escaped(picture.headline)}</title>
<desc>${escaped([picture.subtitle, ...picture.notes].join(' '))}</desc>
<rect width="${PAGE.width}" height="${PAGE.height}" fill="${COLOUR.white}"/>
<rect x="${MARGIN}" y="0" width="56" height="9" fill="${COLOUR.red}"/>
${chineseRuns(text.filter((part) => part !== '').join('\n'))}
<g transform="translate(${x},${y})">${drawn.content}</g>
</svg>
`;
}

/** The body of a picture alone, for whoever has words of his own around it. */
export async function bare(picture: Picture, area: Area): Promise<string> {
  const { width, height } = area;
  const drawing = picture.draw(area);
  const drawn = await drawSvg(drawing.spec);
  const [x, y] = [drawing.origin.x - drawn.origin.x, drawing.origin.y - drawn.origin.y];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">
<rect width="${width}" height="${height}" fill="${COLOUR.white}"/>
<g transform="translate(${x},${y})">${drawn.content}</g>
</svg>
`;
}

/** Caption and brand below a body, as the frame has them, in the pixels of its first panel. */
function wordsBelow(
  { caption, brand }: Words,
  { height }: Area,
  { x, y }: Drawing['origin'],
): readonly Text[] {
  const top = height - y + BODY_GAP + CAPTION_LINE;
  const last = top + (caption.length - 1) * CAPTION_LINE;
  return [
    ...caption.map(
      (text, index): Text => ({
        x: -x,
        y: top + index * CAPTION_LINE,
        text,
        size: SIZE.small,
        color: COLOUR.grey,
        baseline: 'alphabetic',
      }),
    ),
    {
      x: INNER - x,
      y: Math.max(top, last),
      text: brand,
      size: SIZE.small,
      color: COLOUR.navy,
      bold: true,
      align: 'right',
      baseline: 'alphabetic',
    },
  ];
}

/** The same picture as a specification that stands alone: theme, data, headline, subtitle and caption inside, seen on any page. */
export function standalone(picture: Picture, brand: string, language: Language): VegaLiteSpec {
  const said = words(picture, brand, language);
  const { area } = room(said);
  const drawing = picture.draw(area);
  return {
    ...withTexts(drawing.spec, wordsBelow(said, area, drawing.origin)),
    padding: { left: 40, right: 40, top: 32, bottom: 28 },
    description: [
      picture.headline,
      picture.subtitle,
      ...picture.notes,
      sourceLine(picture.sources, picture.sources.length, language),
    ].join(' '),
    title: { text: said.headline, subtitle: said.subtitle },
    usermeta: {
      caption: [...picture.notes, sourceLine(picture.sources, picture.sources.length, language)],
      brand,
    },
  };
}
