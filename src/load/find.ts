// Where a path leads: to a real file inside the root, or to a fault that says what to write instead.

import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, posix, resolve } from 'node:path';
import { didYouMean } from '../diagnostics/index.ts';
import { type Fault, systemCode } from './read.ts';
import { isInside } from './root.ts';

export type Found = { readonly path: string } | { readonly fault: Fault };

const ABSOLUTE = /^(?:[\\/~]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+:\/\/)/;

const outside = (written: string): Found => ({
  fault: {
    code: 'load/outside',
    message: `${written} is outside the project`,
    help: 'copy the file into the project and name it there',
  },
});

/** Names beside the one that was meant; a folder outside the root is not looked into. */
async function neighbours(root: string, folder: string): Promise<readonly string[]> {
  try {
    const real = await realpath(folder);
    return isInside(root, real) ? (await readdir(real)).toSorted() : [];
  } catch {
    return [];
  }
}

async function missing(root: string, path: string, written: string): Promise<Found> {
  const folder = written.slice(0, written.length - basename(written).length);
  const names = (await neighbours(root, dirname(path))).map((name) => folder + name);
  const near = didYouMean(written, names);
  return {
    fault: {
      code: 'load/missing',
      message: `there is no file ${written}`,
      ...(near === undefined ? {} : { help: near }),
    },
  };
}

/**
 * The real path (no symbolic links) of an absolute path that was written as `written`. Never throws.
 * @param root The project's root, itself a real path.
 */
export async function find(root: string, path: string, written: string): Promise<Found> {
  if (!isInside(root, path)) return outside(written);
  try {
    const real = await realpath(path);
    return isInside(root, real) ? { path: real } : outside(written);
  } catch (caught) {
    const code = systemCode(caught);
    if (code === 'ENOENT' || code === 'ENOTDIR') return missing(root, path, written);
    return { fault: { code: 'load/unreadable', message: `${written} cannot be read (${code})` } };
  }
}

/** The same for a path that a file names; it must be relative and must mean the same on every system. */
export async function findLinked(root: string, file: string, written: string): Promise<Found> {
  if (ABSOLUTE.test(written))
    return {
      fault: {
        code: 'load/absolute',
        message: `${written} is not relative`,
        help: 'name the file relative to this one, for example ../models/costs.yaml',
      },
    };
  if (written.includes('\\'))
    return {
      fault: {
        code: 'load/backslash',
        message: `${written} is a path on one system only`,
        help: `write ${posix.normalize(written.replaceAll('\\', '/'))}`,
      },
    };
  return find(root, resolve(dirname(file), written), written);
}
