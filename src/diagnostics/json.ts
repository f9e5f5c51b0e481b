// Diagnostics for another program: places as lines and columns, nothing left to compute.

import type { Diagnostic, Span } from './diagnostic.ts';
import { locate } from './locate.ts';

/** Lines and columns count from 1, columns in UTF-16 code units; all four are 0 where the file's text is not known. */
export interface PlaceRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In a workbook, where line and column are the row and the number of the cell in it. */
  readonly sheet?: string;
}

export interface LabelRecord extends PlaceRecord {
  readonly text: string;
}

export interface DiagnosticRecord extends PlaceRecord {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  /** Everything that the message points at, the fault itself first. */
  readonly labels: readonly LabelRecord[];
  readonly notes: readonly string[];
  readonly help: string | null;
}

function placeRecord(span: Span, texts: ReadonlyMap<string, string>): PlaceRecord {
  if (span.cell !== undefined) {
    const { line, column } = span.cell;
    return { file: span.file, ...span.cell, endLine: line, endColumn: column };
  }
  const text = texts.get(span.file);
  if (text === undefined) return { file: span.file, line: 0, column: 0, endLine: 0, endColumn: 0 };
  const start = locate(text, span.from);
  const end = locate(text, Math.max(span.from, span.to));
  return { file: span.file, ...start, endLine: end.line, endColumn: end.column };
}

/** Diagnostics as plain data for `JSON.stringify`. */
export function toJson(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): readonly DiagnosticRecord[] {
  return diagnostics.map((diagnostic) => {
    const labels = diagnostic.labels.map((label) => ({
      ...placeRecord(label.span, texts),
      text: label.text ?? '',
    }));
    const first = diagnostic.labels[0]?.span ?? { file: '', from: 0, to: 0 };
    const { severity, code, message, notes, help } = diagnostic;
    return { severity, code, message, ...placeRecord(first, texts), labels, notes, help: help ?? null };
  });
}
