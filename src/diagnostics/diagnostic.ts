// A fault in the input as data: every stage makes them, only the command line turns them into text.

/** A stretch of one file; offsets count UTF-16 code units from its start, `to` excluded. */
export interface Span {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** Where in a table too large to keep its text; the offsets then say nothing. */
  readonly cell?: TableCellPlace;
}

/** A place in a table, both from 1: line and column of a text file; row and cell of a sheet where `sheet` is named. */
export interface TableCellPlace {
  readonly line: number;
  readonly column: number;
  readonly sheet?: string;
}

/** A stretch that a message points at; the first label of a diagnostic is where the fault is. */
export interface Label {
  readonly span: Span;
  /** What stands there, in a few words (a unit, a set). */
  readonly text?: string;
}

/** A fault, or a warning, with its places in the files. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable name, `area/fault`, for example `unit/mismatch`. */
  readonly code: string;
  readonly message: string;
  /** Words of it that files of the modeller give in both languages -> their Chinese; all else is said by the catalogue in chinese/. */
  readonly chinese?: ReadonlyMap<string, string>;
  readonly labels: readonly Label[];
  readonly notes: readonly string[];
  /** The rewrite that mends it, when there is one. */
  readonly help?: string;
}

/** What a stage returns: a value unless errors made one impossible, and all that it has to say. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

interface Details {
  readonly also?: readonly Label[];
  readonly text?: string | undefined;
  readonly notes?: readonly string[];
  readonly help?: string | undefined;
  readonly chinese?: ReadonlyMap<string, string> | undefined;
}

const make = (
  severity: Diagnostic['severity'],
  code: string,
  message: string,
  span: Span,
  details: Details,
): Diagnostic => ({
  severity,
  code,
  message,
  labels: [{ span, ...(details.text === undefined ? {} : { text: details.text }) }, ...(details.also ?? [])],
  notes: details.notes ?? [],
  ...(details.help === undefined ? {} : { help: details.help }),
  ...(details.chinese === undefined ? {} : { chinese: details.chinese }),
});

/** Makes an error at a place; `also` are further places, `help` the rewrite. */
export const error = (code: string, message: string, span: Span, details: Details = {}): Diagnostic =>
  make('error', code, message, span, details);

/** Makes a warning: the run goes on, and says so. */
export const warning = (code: string, message: string, span: Span, details: Details = {}): Diagnostic =>
  make('warning', code, message, span, details);

/** True if the input is at fault; warnings alone are not. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/** Marks a place that the types say cannot be reached; arriving there is our bug. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** One fault met in several scenarios is said once. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, labels }) => {
    const key = JSON.stringify([code, message, labels[0]?.span]);
    return !seen.has(key) && seen.add(key);
  });
}
