// Where a path leads: to a real file inside the root, or to a fault that says what to write instead.

import { readdirSync, realpathSync } from 'node:fs';
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
function neighbours(root: string, folder: string): readonly string[] {
  try {
    const real = realpathSync.native(folder);
    return isInside(root, real) ? readdirSync(real).toSorted() : [];
  } catch {
    return [];
  }
}

function missing(root: string, path: string, written: string): Found {
  const folder = written.slice(0, written.length - basename(written).length);
  const names = neighbours(root, dirname(path)).map((name) => folder + name);
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
export function find(root: string, path: string, written: string): Found {
  if (!isInside(root, path)) return outside(written);
  try {
    const real = realpathSync.native(path);
    return isInside(root, real) ? { path: real } : outside(written);
  } catch (caught) {
    const code = systemCode(caught);
    if (code === 'ENOENT' || code === 'ENOTDIR') return missing(root, path, written);
    return { fault: { code: 'load/unreadable', message: `${written} cannot be read (${code})` } };
  }
}

/** The same for a path that a file names; it must be relative and must mean the same on every system. */
export function findLinked(root: string, file: string, written: string): Found {
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
