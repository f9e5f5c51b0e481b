// Markdown from texts that may hold anything: for register, assumptions and reconciliation.
import { plain } from './wording.ts';

/** A text as itself: no html, no table cell ends, no emphasis, no link. */
export function markdown(text: string): string {
  return (
    plain(text)
      .replaceAll('\\', '\\\\')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[|*`[\]#~]/g, '\\$&')
      // An underscore inside a word is itself; at its edge it would open emphasis.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
  );
}

/** A formula or a name as code; a text that could end the code is escaped as prose instead. */
export const code = (text: string): string => (/[`|\n]/.test(text) ? markdown(text) : `\`${text}\``);

/** A table of escaped texts; an empty cell stays empty. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Blocks with an empty line between them and one line end after the last. */
export function markdownPage(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
