// A small project with its pack in a folder of its own, and files of it changed for a moment; for the tests of this folder.

import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { progress } from '../../src/cli/terminal.ts';

const BASE = fileURLToPath(new URL('../errors/base/', import.meta.url));
export const SILENT = progress(false);

export const options = {
  set: [],
  draws: undefined,
  seed: undefined,
  workers: undefined,
  lang: 'en',
  resume: false,
} as const;

/** A project that is gone after the tests, and where its pack goes. */
export function makeProject(): { readonly project: string; readonly pack: string; readonly study: string } {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-verify-test-')));
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  cpSync(BASE, join(project, 'scenarios'), { recursive: true });
  return { project, pack: join(project, 'out/study'), study: join(project, 'scenarios/study.yaml') };
}

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted();

export const changedByte = (bytes: Buffer, at = Math.floor(bytes.length / 2)): Buffer => {
  const after = Buffer.from(bytes);
  after.writeUInt8((bytes.readUInt8(at) ^ 1) & 0x7f, at);
  return after;
};

/** Looks while files have other contents, or are gone (`undefined`); afterwards they are as before. */
export async function meanwhile<T>(
  edits: Readonly<Record<string, ((bytes: Buffer) => Buffer) | undefined>>,
  look: () => Promise<T>,
): Promise<T> {
  const before = Object.keys(edits).map((file) => [file, readFileSync(file)] as const);
  try {
    for (const [file, bytes] of before) {
      const edit = edits[file];
      if (edit === undefined) rmSync(file);
      else writeFileSync(file, edit(bytes));
    }
    return await look();
  } finally {
    for (const [file, bytes] of before) writeFileSync(file, bytes);
  }
}
