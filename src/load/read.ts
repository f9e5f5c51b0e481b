// Reads one file: bytes to text, or what is wrong with it in words.

import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** Bytes of a file that a study may name. */
export const LARGEST = 50 * 1024 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';
const NEWLINE = 0x0a;

/** Why a file cannot be used; the caller knows which line names it. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

export type Read =
  | { readonly text: string; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly fault: Fault };

/** The error code of a failed system call, for example `ENOENT`. */
export const systemCode = (caught: unknown): string =>
  caught instanceof Error && 'code' in caught ? String(caught.code) : String(caught);

/** The first line that is not UTF-8: a newline byte is never part of another character. */
export function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end === -1 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(from, to))) break;
    from = to + 1;
  }
  return line;
}

function decode(bytes: Buffer): Read {
  if (!isUtf8(bytes))
    return {
      fault: {
        code: 'load/not-utf8',
        message: `is not UTF-8 text (line ${firstBadLine(bytes)})`,
        help: 'save it as UTF-8; in Excel: "CSV UTF-8"',
      },
    };
  const decoded = bytes.toString('utf8');
  const text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
  return {
    // Offsets and frames are the same whichever editor wrote the file; the checksum is of the file itself.
    text: text.replaceAll(/\r\n?/g, '\n'),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/**
 * The text of a file at a real path, without byte order mark and with LF line ends. Never throws. Files are read one after the other:
 * they are many and small, and handing each to a thread takes longer than reading it.
 */
export function read(path: string): Read {
  try {
    const found = statSync(path);
    if (found.isDirectory())
      return {
        fault: {
          code: 'load/folder',
          message: 'is a folder, not a file',
          help: 'name a file in it: a study is the file that begins with study:',
        },
      };
    if (!found.isFile()) return { fault: { code: 'load/unreadable', message: 'is not a regular file' } };
    if (found.size > LARGEST) {
      const size = Math.ceil(found.size / 1024 / 1024);
      return { fault: { code: 'load/too-large', message: `is larger than 50 MB (${size} MB)` } };
    }
    return decode(readFileSync(path));
  } catch (caught) {
    return { fault: { code: 'load/unreadable', message: `cannot be read (${systemCode(caught)})` } };
  }
}
