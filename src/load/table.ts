// Opens a provider's table, which may be large and stand anywhere: a text in pieces, a workbook whole.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { error, type Outcome } from '../diagnostics/index.ts';
import { type Fault, firstBadLine, systemCode } from './read.ts';
import type { TableFile } from './types.ts';

const ZIP = '504b0304';
/** How a workbook begins that Excel wrote before 2007, or that has a password. */
const COMPOUND = 'd0cf11e0';
const PIECE = 1024 * 1024;

async function firstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4), length: 4 });
    return buffer.subarray(0, bytesRead).toString('hex');
  } finally {
    await file.close();
  }
}

async function* piecesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of createReadStream(path, { highWaterMark: PIECE }))
    yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** The checksum of a text file; a fault if it is not UTF-8. Reads it once in pieces. */
async function checksum(path: string): Promise<string | Fault> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE })) {
      hash.update(bytes);
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return hash.digest('hex');
  } catch (caught) {
    if (!(caught instanceof TypeError)) throw caught;
    return {
      code: 'load/not-utf8',
      message: `is not UTF-8 text (line ${firstBadLine(await readFile(path))})`,
      help: 'save it as UTF-8; in Excel: "CSV UTF-8"',
    };
  }
}

async function opened(path: string): Promise<TableFile | Fault> {
  const found = await stat(path);
  if (found.isDirectory()) return { code: 'load/folder', message: 'is a folder, not a file' };
  if (!found.isFile()) return { code: 'load/unreadable', message: 'is not a regular file' };
  const first = await firstBytes(path);
  if (first === COMPOUND)
    return {
      code: 'load/old-workbook',
      message: 'is a workbook of the old kind, or one with a password',
      help: 'save it as .xlsx without a password, or as "CSV UTF-8"',
    };
  if (first === ZIP) {
    const bytes = await readFile(path);
    return { kind: 'workbook', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  const sha256 = await checksum(path);
  return typeof sha256 === 'string' ? { kind: 'text', pieces: piecesOf(path), sha256 } : sha256;
}

/**
 * Opens a table that a person named: unlike a file that another one names, it need not lie in the project.
 * A CSV is read twice, once for its checksum; its text has no byte order mark. Never throws.
 */
export async function openTable(path: string): Promise<Outcome<TableFile>> {
  const failed = ({ code, message, help }: Fault): Outcome<TableFile> => ({
    diagnostics: [error(code, message, { file: path, from: 0, to: 0 }, { help })],
  });
  try {
    const table = await opened(path);
    if (!('code' in table)) return { value: table, diagnostics: [] };
    return failed({ ...table, message: `${path} ${table.message}` });
  } catch (caught) {
    const code = systemCode(caught);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? failed({ code: 'load/missing', message: `there is no file ${path}` })
      : failed({ code: 'load/unreadable', message: `${path} cannot be read (${code})` });
  }
}
