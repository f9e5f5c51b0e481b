// Why a folder could not be written, in words for whoever named it.

import { type Diagnostic, error } from '../diagnostics/index.ts';

const ELSEWHERE = 'name another folder';
const FILE = { why: 'there is a file where a folder must be', help: ELSEWHERE };
const FORBIDDEN = {
  why: 'nothing may be written there',
  help: 'name another folder, or ask for the right to write there',
};
const HELD = {
  why: 'nothing may be written there, or another program holds it open',
  help: 'close what is open there, or name another folder',
};
const FULL = { why: 'the disk is full', help: 'make room, or name a folder on another disk' };

/** By the code of the failed system call. */
const REASONS: Readonly<Record<string, { readonly why: string; readonly help: string }>> = {
  EEXIST: FILE,
  ENOTDIR: FILE,
  EACCES: FORBIDDEN,
  EPERM: HELD,
  EBUSY: HELD,
  EROFS: FORBIDDEN,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENAMETOOLONG: { why: 'its name is too long', help: 'name it shorter' },
  ENOENT: { why: 'a link on the way to it leads nowhere', help: ELSEWHERE },
};

/** The error `write/failed` for what a system call threw; anything else says what it says. */
export function notWritten(folder: string, caught: unknown): Diagnostic {
  const code = caught instanceof Error && 'code' in caught ? String(caught.code) : '';
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  const why = reason?.why ?? (caught instanceof Error ? caught.message : String(caught));
  const place = { file: folder, from: 0, to: 0 };
  return error('write/failed', `${folder} could not be written: ${why}`, place, { help: reason?.help });
}
