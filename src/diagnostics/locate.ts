// From an offset in a text to the line and column that an editor shows.

import type { Span, TableCellPlace } from './diagnostic.ts';

export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units like an editor's. */
  readonly column: number;
}

/** A line of a text: its number, where it starts, and what it says without the line break. */
export interface Line {
  readonly number: number;
  readonly from: number;
  readonly text: string;
}

/** The line that holds an offset; an offset after the last character belongs to the last line. */
export function lineAt(text: string, offset: number): Line {
  const inside = Math.max(0, Math.min(offset, text.length));
  let number = 1;
  let from = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < inside; end = text.indexOf('\n', from)) {
    number++;
    from = end + 1;
  }
  const end = text.indexOf('\n', from);
  return { number, from, text: text.slice(from, end === -1 ? text.length : end) };
}

/** Line, from 1, of an offset: for whoever asks of one text many times. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}

/** File and line, from 1, of places in these texts: thousands are asked for, in few files. */
export function lineFinder(texts: ReadonlyMap<string, string>) {
  const counters = new Map<string, (offset: number) => number>();
  return ({ span }: { readonly span: Pick<Span, 'file' | 'from'> }) => {
    const line = counters.get(span.file) ?? lineCounter(texts.get(span.file) ?? '');
    counters.set(span.file, line);
    return { file: span.file, line: line(span.from) };
  };
}

/** Line and column, both from 1, of an offset in a text. */
export function locate(text: string, offset: number): Place {
  const line = lineAt(text, offset);
  return { line: line.number, column: Math.max(0, Math.min(offset, text.length)) - line.from + 1 };
}

/** 1 -> A, 27 -> AA. */
function columnLetters(column: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const rest = Math.floor((column - 1) / letters.length);
  return (rest > 0 ? columnLetters(rest) : '') + letters.charAt((column - 1) % letters.length);
}

/** `12:45` in a text; in a workbook as a spreadsheet writes it, `data!F12` or `'my data'!F12`. */
function cellText({ line, column, sheet }: TableCellPlace): string {
  if (sheet === undefined) return `${line}:${column}`;
  const name = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${columnLetters(column)}${line}`;
}

/** `file:line:column` where the text, or the cell of a table, is known, else the file alone. */
export function placeOf(span: Span, texts: ReadonlyMap<string, string>): string {
  if (span.cell !== undefined) return `${span.file}:${cellText(span.cell)}`;
  const text = texts.get(span.file);
  if (text === undefined) return span.file;
  const { line, column } = locate(text, span.from);
  return `${span.file}:${line}:${column}`;
}

/** The texts of a question, under the names that diagnostics have for them. */
export const textsOfQuestion = (
  question: Partial<
    Record<'goal' | 'by' | 'from' | 'to' | 'scenario' | 'strategy' | 'budget', string | undefined>
  >,
): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(question).flatMap(([option, text]) => (text === undefined ? [] : [[`--${option}`, text]])),
  );
