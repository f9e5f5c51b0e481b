// Debian's programs for office files: whether they are there, what LibreOffice makes of a file, which parts break their schema.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LIBRE_OFFICE = '/usr/bin/soffice';
/** The part that opens spreadsheets; the rest of LibreOffice may be there without it. */
const CALC = '/usr/lib/libreoffice/program/libsclo.so';
const XMLLINT = '/usr/bin/xmllint';

const PACKAGES = { [CALC]: 'libreoffice-calc', [XMLLINT]: 'libxml2-utils' } as const;

const missing = (program: keyof typeof PACKAGES): boolean => {
  if (existsSync(program)) return false;
  process.stderr.write(
    `Some tests are skipped: they need ${program} (apt-get install --no-install-recommends ${PACKAGES[program]})\n`,
  );
  return true;
};

export const isOfficeMissing = missing(CALC);
export const isXmllintMissing = missing(XMLLINT);

/** What a run without the program says of the tests that it skips. */
export const needsOffice = (what: string): string =>
  isOfficeMissing ? `${what} (SKIPPED: needs Debian's libreoffice-calc at ${CALC})` : what;
export const needsXmllint = (what: string): string =>
  isXmllintMissing ? `${what} (SKIPPED: needs Debian's libxml2-utils at ${XMLLINT})` : what;

/**
 * Opens files in LibreOffice and saves them as another kind; one start for all of them.
 * @param files name -> bytes
 * @param to `xlsx`, `pdf`, ...
 * @returns name without its ending -> bytes
 */
export function converted(
  files: ReadonlyMap<string, Uint8Array>,
  to: string,
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'tcfd-office-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const paths = [...files].map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(LIBRE_OFFICE, [profile, '--headless', '--convert-to', to, '--outdir', out, ...paths], {
      stdio: 'pipe',
    });
    return new Map(
      paths.map((path) => {
        const name = basename(path).replace(/\.\w+$/, '');
        return [name, readFileSync(join(out, `${name}.${to}`))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What libxml2 says against parts of an office file; empty if nothing.
 * @param parts path -> text
 */
export function schemaFaults(parts: ReadonlyMap<string, string>, schema: 'sml.xsd' | 'pml.xsd'): string {
  const folder = mkdtempSync(join(tmpdir(), 'tcfd-parts-'));
  try {
    const paths = [...parts].map(([path, text]) => {
      const file = join(folder, path.replaceAll('/', '-'));
      writeFileSync(file, text);
      return file;
    });
    const schemaPath = fileURLToPath(new URL(`../ooxml-xsd/${schema}`, import.meta.url));
    const { status, stderr } = spawnSync(XMLLINT, ['--noout', '--schema', schemaPath, ...paths], {
      encoding: 'utf8',
    });
    return status === 0 ? '' : stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
