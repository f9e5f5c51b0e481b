// What is said of files, in a line a message: for tests of many small faults, where the frame around the place would hide the words.

import type { Diagnostic, Label } from '../../src/diagnostics/index.ts';
import type { Files } from './project.ts';

/** `code: message | «place» its text «further place» | note / note | help`; what there is not is left out. */
export function told(diagnostics: readonly Diagnostic[], files: Files): readonly string[] {
  const place = ({ span, text }: Label): string => {
    const marked = String(files[span.file.replace('scenarios/', '')]).slice(span.from, span.to);
    return `«${marked.replaceAll(/\s+/g, ' ')}»${text === undefined ? '' : ` ${text}`}`;
  };
  return diagnostics.map(({ code, message, labels, notes, help }) =>
    [
      `${code}: ${message}`,
      labels.map(place).join(' '),
      ...(notes.length === 0 ? [] : [notes.join(' / ')]),
      ...(help === undefined ? [] : [help]),
    ].join(' | '),
  );
}
