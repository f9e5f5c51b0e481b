// A company's own template for the deck, as the command line names it.

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { error, type Outcome } from '../diagnostics/index.ts';

/** Bytes; the largest templates are full of pictures. */
const LARGEST = 100_000_000;

export interface TemplateFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** @returns the file; error `deck/template` where it is not there, no file, or too large */
export async function loadTemplate(path: string): Promise<Outcome<TemplateFile>> {
  const fault = (message: string, help: string): Outcome<TemplateFile> => ({
    diagnostics: [error('deck/template', message, { file: path, from: 0, to: 0 }, { help })],
  });
  try {
    const found = await stat(path);
    if (!found.isFile()) return fault(`${path} is not a file`, 'name a .pptx or .potx');
    if (found.size > LARGEST)
      return fault(`${path} is larger than ${LARGEST / 1_000_000} MB`, 'take pictures out of its layouts');
    const bytes = await readFile(path);
    return {
      value: { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
      diagnostics: [],
    };
  } catch (caught) {
    const reason = caught instanceof Error ? caught.message : String(caught);
    return fault(`${path} cannot be read: ${reason}`, 'name a .pptx or .potx that is there');
  }
}
