// Lengths, sizes and colours that all slides share, and how wide a text will be: for the kinds of slides.
import { isChinese, shortened, textWidth, wrap } from '../charts/text.ts';
import { COLOUR } from '../charts/theme.ts';
import type { Block, Box, TextBlock } from './types.ts';

/** Inches of a slide of 16 to 9. */
export const PAGE = { w: 13.333, h: 7.5 } as const;
export const MARGIN = 0.5;
export const INNER = PAGE.w - 2 * MARGIN;

const POINTS = 72;
/** Fonts that offices have installed are wider than the one whose widths are known, in bold all the more. */
const WIDER = { regular: 1.13, bold: 1.2 } as const;

export const TITLE = { x: MARGIN, y: 0.3, w: INNER, h: 0.86 } as const;
/** One line is large; two have to share the room. */
const TITLE_SIZES = [24, 20] as const;
const SUBTITLE_SIZE = 14;
export const TEXT_SIZE = 12;
export const SMALL = 9;
/** Lines of small print below a chart. */
export const CAPTION_LINES = 3;
/** Above the rule and the line of the brand. */
const FOOT = 7.02;
const LINE = 1.22;

export const heightOf = (lines: number, size: number): number => (lines * size * LINE) / POINTS;

/** Chinese letters are as wide in every font; programs only leave some room between them and Latin ones. */
const CHINESE = 1.06;

/** How much wider than known a text will be. */
function wider(text: string, bold: boolean): number {
  const latin = bold ? WIDER.bold : WIDER.regular;
  const letters = [...text];
  const chinese = letters.filter(isChinese).length;
  // A Chinese letter takes the room of two others.
  const share = (2 * chinese) / Math.max(1, letters.length + chinese);
  return latin + (CHINESE - latin) * share;
}

/** Inches that a line of text takes. */
export const widthOf = (text: string, size: number, bold = false): number =>
  (textWidth(text, size, bold) / POINTS) * wider(text, bold);

const room = (inches: number, text: string, bold: boolean): number => (inches * POINTS) / wider(text, bold);

/** The text in lines that fit, an ellipsis where there are too many. */
export const linesOf = (text: string, w: number, size: number, lines: number, bold = false): string[] =>
  wrap(text, room(w, text, bold), size, bold, lines);

/** As many whole words of the text as fit into so many lines; a word that is longer than all of them is cut. */
export function fitted(text: string, w: number, size: number, lines: number, bold = false): string {
  return wholeWords(
    lines === 1
      ? shortened(text, room(w, text, bold), size, bold)
      : joined(linesOf(text, w, size, lines, bold), text),
    text,
  );
}

/** The text up to its last whole word before so many characters. */
export const upTo = (text: string, most: number): string =>
  text.length > most ? wholeWords(`${[...text].slice(0, most).join('')}…`, text) : text;

/** A text that was cut, up to the last word that is whole. */
function wholeWords(cut: string, text: string): string {
  if (cut === text || !cut.endsWith('…')) return cut;
  const kept = cut.slice(0, -1);
  const inWord = /[\p{L}\p{N}_]$/u.test(kept) && /^[\p{L}\p{N}_]/u.test(text.slice(kept.length));
  if (!inWord || isChinese(kept.at(-1) ?? '') || isChinese(text.at(kept.length) ?? '')) return cut;
  const whole = kept.replace(/[^\s\p{Script=Han}]+$/u, '').replace(/[\s,;:(（，；：]+$/u, '');
  return whole === '' ? cut : `${whole}…`;
}

/** Lines as one text again: programs break it where their own font wants it broken. */
function joined(lines: readonly string[], text: string): string {
  const last = lines.at(-1) ?? '';
  if (!last.endsWith('…') || text.endsWith('…')) return text;
  const kept = lines.slice(0, -1).join('').length + lines.length - 1;
  return `${[...text]
    .slice(0, Math.max(0, kept + last.length - 2))
    .join('')
    .trimEnd()}…`;
}

export interface Heading {
  readonly title: string;
  readonly size: number;
  readonly subtitle: readonly Block[];
  /** Where the body starts. */
  readonly top: number;
}

/** The title in one or two lines and what stands below it. */
export function heading(title: string, subtitle: string): Heading {
  const [large, small] = TITLE_SIZES;
  const alone = widthOf(title, large, true) <= INNER;
  const size = alone ? large : small;
  const lines = alone ? 1 : linesOf(title, INNER, small, 2, true).length;
  const below = TITLE.y + heightOf(lines, size) + 0.1;
  const words = subtitle === '' ? [] : linesOf(subtitle, INNER, SUBTITLE_SIZE, 2);
  const box = { x: MARGIN, y: below, w: INNER, h: heightOf(words.length, SUBTITLE_SIZE) + 0.04 };
  return {
    title: alone ? title : fitted(title, INNER, small, 2, true),
    size,
    subtitle:
      subtitle === ''
        ? []
        : [text(box, fitted(subtitle, INNER, SUBTITLE_SIZE, 2), SUBTITLE_SIZE, COLOUR.grey)],
    top: below + (words.length === 0 ? 0 : box.h) + 0.12,
  };
}

/** Small print above the line of the brand, and where the body has to end. */
export function caption(
  words: string,
  most = CAPTION_LINES,
): { readonly blocks: readonly Block[]; readonly bottom: number } {
  if (words === '') return { blocks: [], bottom: FOOT - 0.1 };
  const lines = linesOf(words, INNER, SMALL, most);
  const h = heightOf(lines.length, SMALL) + 0.02;
  const box = { x: MARGIN, y: FOOT - h, w: INNER, h };
  return {
    blocks: [text(box, fitted(words, INNER, SMALL, most), SMALL, COLOUR.grey)],
    bottom: FOOT - h - 0.1,
  };
}

/** A text of one style. */
export const text = (
  box: Box,
  words: string,
  size: number,
  color: string = COLOUR.ink,
  more: Partial<Pick<TextBlock, 'align' | 'valign'>> & { readonly bold?: boolean } = {},
): TextBlock => ({
  kind: 'text',
  box,
  size,
  paragraphs: [[{ text: words, color, bold: more.bold ?? false }]],
  ...(more.align === undefined ? {} : { align: more.align }),
  ...(more.valign === undefined ? {} : { valign: more.valign }),
});
