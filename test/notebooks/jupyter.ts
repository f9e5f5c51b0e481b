// Notebooks executed as Jupyter does it, on the Deno of this project, in folders that are gone afterwards; nothing is fetched.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const NBCONVERT = '/usr/bin/jupyter-nbconvert';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const FOLDER = join(ROOT, 'notebooks');
export const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.ipynb'));

/** npm brings the program for this machine beside the package that finds it; no install script is needed. */
const PLATFORM = `${process.platform}-${process.arch}${process.platform === 'linux' ? '-glibc' : ''}`;
const DENO = join(ROOT, `node_modules/@deno/${PLATFORM}/deno`);

const missing = [
  existsSync(NBCONVERT) ? '' : `Debian's jupyter-nbconvert at ${NBCONVERT}`,
  existsSync(DENO) ? '' : `npm's deno at ${DENO}`,
].filter((each) => each !== '');

export const isMissing = missing.length > 0;

/** What a run without Jupyter or Deno says of the tests that it skips. */
export const needs = (what: string): string =>
  isMissing ? `${what} (SKIPPED: needs ${missing.join(' and ')})` : what;

export interface Cell {
  readonly cell_type: 'markdown' | 'code';
  readonly source: readonly string[];
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, string | readonly string[]>> }[];
}

interface Notebook {
  readonly cells: readonly (Cell & { readonly metadata: object })[];
  readonly metadata: { readonly kernelspec: object };
}

export const read = (path: string): Notebook => JSON.parse(readFileSync(path, 'utf8')) as Notebook;

/** A notebook as it is stored: without the timings of its cells and the versions of who ran them. */
export function stored({ cells, metadata, ...rest }: Notebook): string {
  const told = { kernelspec: metadata.kernelspec, language_info: { name: 'typescript' } };
  const plain = { cells: cells.map((cell) => ({ ...cell, metadata: {} })), metadata: told, ...rest };
  return `${JSON.stringify(plain, null, 1)}\n`;
}

/** A notebook to compare: pictures by their checksums, since nobody reads a difference of them. */
export const brief = (notebook: Notebook): string =>
  stored(notebook).replaceAll(/"image\/png": "([^"]*)"/g, (_, png: string) => {
    const sum = createHash('sha256').update(png.replaceAll('\\n', '')).digest('hex');
    return `"image/png": "${sum}"`;
  });

const SETTINGS = ['iopub_timeout=120', 'raise_on_iopub_timeout=True', 'startup_timeout=120', 'timeout=200'];

/** Executes all notebooks, each in a kernel of its own; a cell that fails makes this fail. */
export async function execute(): Promise<ReadonlyMap<string, Notebook>> {
  const home = mkdtempSync(join(tmpdir(), 'tcfd-notebooks-'));
  try {
    const kernel = join(home, 'jupyter/kernels/deno');
    mkdirSync(kernel, { recursive: true });
    const argv = [DENO, 'jupyter', '--kernel', '--conn', '{connection_file}'];
    writeFileSync(
      join(kernel, 'kernel.json'),
      JSON.stringify({ argv, display_name: 'Deno', language: 'typescript' }),
    );
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      JUPYTER_PATH: join(home, 'jupyter'),
      JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
      DENO_DIR: join(home, 'deno'),
      DENO_NO_UPDATE_CHECK: '1',
      DENO_NO_PROMPT: '1',
    };
    const out = join(home, 'out');
    const settings = SETTINGS.map((each) => `--ExecutePreprocessor.${each}`);
    const words = ['--to', 'notebook', '--execute', '--output-dir', out, '--log-level', 'ERROR', ...settings];
    await promisify(execFile)(NBCONVERT, [...words, ...NAMES], { cwd: FOLDER, env, maxBuffer: 2 ** 26 });
    return new Map(NAMES.map((name) => [name, read(join(out, name))]));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
