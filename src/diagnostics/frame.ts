// Prints diagnostics for a person: place, the line with every operand marked, units, and the rewrite.

import { type Cell, cells, columns, printable } from './columns.ts';
import type { Diagnostic, Label } from './diagnostic.ts';
import { type Line, lineAt, placeOf } from './locate.ts';
import { type Mark, markRows, type Piece } from './marks.ts';
import type { Paint } from './paint.ts';

type Severity = Diagnostic['severity'];

/** The words around a message. */
const WORDS = {
  en: {
    severity: { error: 'error', warning: 'warning' },
    counted: (count: number, severity: Severity): string => `${count} ${severity}${count === 1 ? '' : 's'}`,
    colon: ': ',
    comma: ', ',
    help: 'help: ',
  },
  zh: {
    severity: { error: '错误', warning: '警告' },
    counted: (count: number, severity: Severity): string =>
      `${count} 个${severity === 'error' ? '错误' : '警告'}`,
    colon: '：',
    comma: '，',
    help: '建议：',
  },
};
type Language = keyof typeof WORDS;

const LONGEST = 160;
const CUT = '...';
/** Columns shown before the marks of a line that is cut. */
const LEAD = 20;

interface Group {
  readonly file: string;
  readonly line: Line | undefined;
  readonly labels: readonly Label[];
}

/** Labels by file and line; the first group is that of the fault. */
function groups(diagnostic: Diagnostic, texts: ReadonlyMap<string, string>): readonly Group[] {
  const found = new Map<string, { file: string; line: Line | undefined; labels: Label[] }>();
  for (const label of diagnostic.labels) {
    const { file, from } = label.span;
    const text = texts.get(file);
    const line = text === undefined ? undefined : lineAt(text, from);
    const key = `${file}:${line?.number}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, { file, line, labels: [label] });
    else group.labels.push(label);
  }
  return [...found.values()];
}

/** Columns of a label on its line; one that goes on for several lines is marked to the end of the first. */
function markOf(label: Label, fault: boolean, line: Line, shown: readonly Cell[]): Mark {
  const end = Math.min(label.span.to - line.from, line.text.trimEnd().length);
  const columnsUpTo = (offset: number): number =>
    shown.reduce((sum, cell) => sum + (cell.to <= offset ? cell.width : 0), 0);
  const start = columnsUpTo(Math.min(label.span.from - line.from, line.text.length));
  // A half-covered character is marked whole.
  const last = shown.find((cell) => cell.from < end && end <= cell.to)?.to ?? end;
  return {
    start,
    end: Math.max(start + 1, columnsUpTo(last)),
    style: fault ? 'fault' : 'label',
    text: printable(label.text ?? ''),
  };
}

/** A line too long for a screen becomes the stretch around its marks. */
function cut(shown: readonly Cell[], marks: readonly Mark[]): { text: string; marks: readonly Mark[] } {
  const textOf = (some: readonly Cell[]): string => some.map((cell) => cell.text).join('');
  const total = shown.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= LONGEST) return { text: textOf(shown).trimEnd(), marks };
  const first = Math.min(...marks.map((mark) => mark.start));
  const fits = Math.max(...marks.map((mark) => mark.end)) - first <= LONGEST - LEAD;
  const wanted = (fits ? first : (marks[0]?.start ?? 0)) - LEAD;
  const from = Math.max(0, Math.min(wanted, total - LONGEST));
  let column = 0;
  const kept: Cell[] = [];
  let start: number | undefined;
  for (const cell of shown) {
    if (column >= from && column + cell.width <= from + LONGEST) {
      start ??= column;
      kept.push(cell);
    }
    column += cell.width;
  }
  const origin = start ?? 0;
  const end = origin + kept.reduce((sum, cell) => sum + cell.width, 0);
  const before = origin > 0 ? CUT : '';
  const after = end < total ? CUT : '';
  const visible = marks.filter((mark) => mark.start >= origin && mark.start <= end);
  return {
    text: before + textOf(kept) + after,
    marks: visible.map((mark) => ({
      ...mark,
      start: mark.start - origin + before.length,
      end: Math.max(mark.start + 1, Math.min(mark.end, end)) - origin + before.length,
    })),
  };
}

function paintRow(pieces: readonly Piece[], paint: Paint, fault: Paint['error']): string {
  let column = 0;
  return pieces
    .map((piece) => {
      const gap = ' '.repeat(piece.column - column);
      column = piece.column + columns(piece.text);
      return gap + (piece.style === 'fault' ? fault : paint.label)(piece.text);
    })
    .join('');
}

/** The place and the frame of one group; a file whose text is not at hand is only named. */
function frame(
  group: Group,
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  gutter: number,
  paint: Paint,
): readonly string[] {
  const { line, labels } = group;
  const [label] = labels;
  const place = label === undefined ? group.file : placeOf(label.span, texts);
  const said = line === undefined && label?.text !== undefined ? `: ${label.text}` : '';
  const head = `  ${paint.quiet(printable(place))}${printable(said)}`;
  if (line === undefined || texts.get(group.file) === '') return [head];
  const shown = cells(line.text);
  const all = labels.map((one) => markOf(one, one === diagnostic.labels[0], line, shown));
  const { text, marks } = cut(shown, all);
  const rows = markRows(marks).map((pieces) => paintRow(pieces, paint, paint[diagnostic.severity]));
  const border = (number: string): string => paint.quiet(`${number.padStart(gutter)} |`);
  const row = (number: string, content: string): string =>
    border(number) + (content === '' ? '' : ` ${content}`);
  return [head, row(String(line.number), text), ...rows.map((content) => row('', content))];
}

/** `= ` before the first note, the others aligned below it. */
function notesOf(
  diagnostic: Diagnostic,
  indent: string,
  paint: Paint,
  language: Language,
): readonly string[] {
  const lines = (texts: readonly string[], head: string): readonly string[] =>
    texts
      .flatMap((text) => text.split('\n'))
      .map((text, index) => {
        const start = index === 0 ? `= ${head}` : ' '.repeat(2 + columns(head));
        return `${indent}${paint.quiet(start)}${printable(text)}`;
      });
  const help = diagnostic.help === undefined ? [] : [diagnostic.help];
  return [
    ...lines(diagnostic.notes, ''),
    ...lines(help, WORDS[language].help).map((line) => paint.help(line)),
  ];
}

function printOne(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  paint: Paint,
  language: Language,
): string {
  const found = groups(diagnostic, texts);
  const gutter = Math.max(1, ...found.map((group) => String(group.line?.number ?? '').length));
  const { severity, colon } = WORDS[language];
  const title = paint[diagnostic.severity](`${severity[diagnostic.severity]} ${diagnostic.code}`);
  return [
    `${title}${paint.strong(`${colon}${printable(diagnostic.message.replaceAll('\n', ' '))}`)}`,
    ...found.flatMap((group) => frame(group, diagnostic, texts, gutter, paint)),
    ...notesOf(diagnostic, ' '.repeat(gutter + 1), paint, language),
  ].join('\n');
}

/** `2 errors, 1 warning`; empty if there is nothing to count. */
function countLine(diagnostics: readonly Diagnostic[], language: Language): string {
  const { counted, comma } = WORDS[language];
  return (['error', 'warning'] as const)
    .map((severity) => ({ severity, count: diagnostics.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(count, severity))
    .join(comma);
}

/**
 * Diagnostics as text for a terminal, in the given order, without a closing line break.
 * @param texts File -> its text, as the spans count it; a file that is not here is named without a frame.
 * @param language of the words around them: in Chinese they are given as `inChinese` tells them
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  paint: Paint,
  language: Language = 'en',
): string {
  if (diagnostics.length === 0) return '';
  const printed = diagnostics.map((diagnostic) => printOne(diagnostic, texts, paint, language));
  return [...printed, countLine(diagnostics, language)].join('\n\n');
}
