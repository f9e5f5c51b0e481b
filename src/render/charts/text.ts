// How wide a text is and where it breaks, from the widths of the shipped font: for every label that must fit.
import widths from './text_widths.json' with { type: 'json' };

/** Names under which a picture carries its own letters; the fonts they are cut from keep their names to themselves. */
export const LETTERS = { latin: 'Board Latin', chinese: 'Board Chinese' } as const;

/** Families in order: Latin first (it has subscripts and a real minus), then Chinese. */
export const FONT = `'${LETTERS.latin}', 'Source Sans 3', '${LETTERS.chinese}', 'Noto Sans SC', 'Microsoft YaHei', sans-serif`;
export const LATIN_FONT = `'${LETTERS.latin}', 'Source Sans 3', sans-serif`;
export const CHINESE_FONT = `'${LETTERS.chinese}', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif`;

/** The fonts that the product ships, by script: what a program without installed fonts draws with. */
export const SHIPPED = { latin: 'Source Sans 3', chinese: 'Noto Sans SC' } as const;

const EMOJI_EM = 1.3;
/** More characters than any place in a picture holds. */
const LONGEST = 1000;
const CLOSING = '，。；：、）！？”’%,.;:)!?';
const OPENING = '（“‘(';

type Ranges = Readonly<Record<string, readonly number[]>>;

function table(ranges: Ranges): ReadonlyMap<number, number> {
  return new Map(
    Object.entries(ranges).flatMap(([start, row]) =>
      row.map((width, index) => [Number(start) + index, width / widths.unitsPerEm] as const),
    ),
  );
}

const REGULAR = table(widths.regular);
const BOLD = table(widths.bold);

/** True for characters that the Chinese font draws: one em wide. */
export function isChinese(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || isWide(code);
}

function isWide(code: number): boolean {
  return (code >= 0xfe30 && code <= 0xffef) || (code >= 0x20000 && code <= 0x3ffff);
}

/** Em of a character; quotes and dashes beside Chinese are drawn by the Chinese font. */
function em(character: string, beside: string, bold: boolean): number {
  if (isChinese(isShared(character) ? beside : character)) return 1;
  const code = character.codePointAt(0) ?? 0;
  const known = (bold ? BOLD : REGULAR).get(code);
  if (known !== undefined) return known;
  if (/\p{M}/u.test(character)) return 0;
  return code >= 0x1f000 && code <= 0x1ffff ? EMOJI_EM : 1;
}

/** Beside the first character stands the one behind it, beside every other the one before it. */
const besideFirst = (text: string): string => {
  const [, second = ''] = text;
  return second;
};

/** Width in pixels of one line of text. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  let beside = besideFirst(text);
  for (const character of text) {
    ems += em(character, beside, bold);
    beside = character;
  }
  return ems * size;
}

/** The text, or as much of it as fits with an ellipsis. */
export function shortened(text: string, most: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= most) return text;
  let kept = '';
  // A whole em for the ellipsis, which is that wide behind a Chinese character.
  let room = most - size;
  let beside = besideFirst(text);
  for (const character of text) {
    room -= em(character, beside, bold) * size;
    if (room < 0) break;
    kept += character;
    beside = character;
  }
  return `${kept.trimEnd()}…`;
}

/** Chinese characters that count what the number before them says, and stay with it: 2050年, 6.71 亿元, 千克. */
const COUNTING = '年月日个万亿千百元吨克瓦时立方米件人点';

/** A Chinese character that belongs to a number or a stroke: behind it, or behind others that count. */
const counts = (piece: string, character: string): boolean =>
  COUNTING.includes(character) && new RegExp(`[0-9%/] ?[${COUNTING}]*$`).test(piece);

/**
 * Pieces between which a line may break: words with their space, numbers with the unit that counts them, single Chinese characters,
 * each with the marks that open or close it.
 */
export function pieces(text: string): string[] {
  const found: string[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const joins =
      last !== undefined &&
      (CLOSING.includes(character) ||
        OPENING.includes(last.at(-1) ?? ' ') ||
        counts(last, character) ||
        (!isChinese(character) && !last.endsWith(' ') && !isChinese(last.at(-1) ?? '')));
    if (joins) found[found.length - 1] = last + character;
    else if (character === ' ' && last !== undefined) found[found.length - 1] = `${last} `;
    else found.push(character);
  }
  return found;
}

/**
 * Lines no wider than `most`, a longer word broken; what does not fit into `lines` ends in an ellipsis.
 * @param most pixels, the same for every line or by the number of the line
 */
export function wrap(
  text: string,
  most: number | ((line: number) => number),
  size: number,
  bold = false,
  lines = 2,
  cut = pieces,
): string[] {
  const room = typeof most === 'number' ? () => most : most;
  const done: string[] = [];
  let line = '';
  const narrowest = Math.min(...Array.from({ length: lines }, (_, index) => room(index)));
  const parts = cut([...text].slice(0, LONGEST).join('')).flatMap((part) =>
    textWidth(part.trimEnd(), size, bold) > narrowest ? [...part] : [part],
  );
  for (const [index, part] of parts.entries()) {
    if (line !== '' && textWidth((line + part).trimEnd(), size, bold) > room(done.length)) {
      if (done.length === lines - 1) {
        return [...done, shortened(line + parts.slice(index).join(''), room(done.length), size, bold)];
      }
      done.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...done, shortened(line.trimEnd(), room(done.length), size, bold)];
}

/** Pieces that end where the sentence takes a breath: Chinese words have no spaces between them, and none is broken there. */
const phrases = (text: string): string[] =>
  text.match(/[^，：；。！？]+[，：；。！？]*|[，：；。！？]+/g) ?? [];

/** Lines of about equal length: a headline of two lines must not end in a single word. */
export function balanced(text: string, most: number, size: number, bold = false, lines = 2): string[] {
  const full = wrap(text, most, size, bold, lines);
  if (full.length < 2 || full.at(-1)?.endsWith('…')) return full;
  for (const cut of [...text].some(isChinese) ? [phrases, pieces] : [pieces]) {
    const widths = cut(text).map((part) => textWidth(part.trimEnd(), size, bold));
    if (cut === phrases && widths.some((width) => width > most)) continue;
    // A part that fits into a line is never broken for the sake of balance.
    const least = Math.max(most * 0.5, ...widths.filter((width) => width <= most));
    for (let narrow = least; narrow < most; narrow += most * 0.04) {
      const attempt = wrap(text, narrow, size, bold, full.length, cut);
      if (!attempt.at(-1)?.endsWith('…')) return attempt;
    }
  }
  return full;
}

/** Marks that Latin and Chinese fonts draw each in their own width. */
export const isShared = (character: string): boolean => '“”‘’…—'.includes(character);

/** Runs of one script, so that bold Chinese beside Latin is drawn by a font that has it. */
export function scriptRuns(text: string): { readonly chinese: boolean; readonly text: string }[] {
  const runs: { chinese: boolean; text: string }[] = [];
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const near = characters[index - 1] ?? characters[index + 1] ?? '';
    const chinese = isShared(character) ? isChinese(near) : isChinese(character);
    const last = runs.at(-1);
    if (last?.chinese === chinese) last.text += character;
    else runs.push({ chinese, text: character });
  }
  return runs;
}
