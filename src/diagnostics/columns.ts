// How many terminal columns a text takes, for carets and tables that stand under what they mean.

/** A character as a reader sees it: what to print, its columns, and its UTF-16 place in the line. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

const TAB = 4;

/** East Asian Wide and Fullwidth, and what is drawn as a picture. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}])/u;
const PICTURE = /^\p{Extended_Pictographic}\uFE0F/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
/** Characters that would move the cursor, colour the terminal or turn the reading order. */
const UNSAFE = /^(?:\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069])/u;

function widthOf(character: string): number {
  if (INVISIBLE.test(character)) return 0;
  return WIDE.test(character) || PICTURE.test(character) ? 2 : 1;
}

/** Most lines; a segmenter would take a hundred times longer to find that out. */
const ASCII = /^[ -~]*$/;

/** One line as cells: tabs become spaces, control characters become a visible replacement. */
export function cells(line: string): readonly Cell[] {
  if (ASCII.test(line)) return Array.from(line, (text, from) => ({ text, width: 1, from, to: from + 1 }));
  let column = 0;
  return [...new Intl.Segmenter('en').segment(line)].map(({ segment, index }) => {
    const safe =
      segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : UNSAFE.test(segment) ? '\uFFFD' : segment;
    const width = segment === '\t' ? safe.length : widthOf(safe);
    column += width;
    return { text: safe, width, from: index, to: index + segment.length };
  });
}

/** The columns that a line takes on a terminal. */
export const columns = (line: string): number =>
  ASCII.test(line) ? line.length : cells(line).reduce((sum, cell) => sum + cell.width, 0);

/** A text from a file, safe to print on one line of a terminal. */
export const printable = (text: string): string =>
  cells(text)
    .map((cell) => cell.text)
    .join('');
