// Debian programs that tests need: where they stand, and what a run without them says of the tests that it skips.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

export interface Program {
  readonly path: string;
  /** The package that brings it. */
  readonly from: string;
  /** What the package brings where the program itself comes with another. */
  readonly sign?: string;
}

export const PROGRAMS = {
  xmllint: { path: '/usr/bin/xmllint', from: 'libxml2-utils' },
  soffice: {
    path: '/usr/bin/soffice',
    from: 'libreoffice-impress',
    sign: '/usr/lib/libreoffice/program/libsdlo.so',
  },
  pdfinfo: { path: '/usr/bin/pdfinfo', from: 'poppler-utils' },
} as const satisfies Readonly<Record<string, Program>>;

const isMissing = ({ path, sign = path }: Program): boolean => !existsSync(path) || !existsSync(sign);

export const missing = (...needed: readonly Program[]): boolean => needed.some(isMissing);

/** The name of a test, with what it misses. */
export const needs = (what: string, ...needed: readonly Program[]): string => {
  const absent = needed.filter(isMissing);
  return absent.length === 0
    ? what
    : `${what} (SKIPPED: needs Debian's ${absent.map(({ from }) => from).join(' and ')})`;
};

const run = promisify(execFile);

/** What the program writes to stdout; what it complains of where it fails. */
export async function start({ path }: Program, args: readonly string[], seconds = 100): Promise<string> {
  try {
    const { stdout } = await run(path, [...args], { timeout: seconds * 1000, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (caught) {
    const told = caught instanceof Error && 'stderr' in caught ? String(caught.stderr) : String(caught);
    throw new Error(told);
  }
}
