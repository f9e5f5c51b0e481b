// Whether the paths of files that are to be written can stand in one folder on every system.

import type { Artifacts } from '../render/types.ts';

/** Windows refuses these, and names that end in a dot or a space. */
const REFUSED = /[<>:"|?*\\\p{Cc}]|[. ]$/u;

const isPlain = (part: string): boolean =>
  part !== '' && part !== '.' && part !== '..' && !REFUSED.test(part);

/** What is wrong with the paths, in words; undefined if all is well. */
export function pathFault(artifacts: Artifacts): string | undefined {
  // Some systems take `Prices.svg` and `prices.svg` for one file.
  const taken = new Set<string>();
  for (const { path } of artifacts) {
    if (!path.split('/').every(isPlain))
      return `${JSON.stringify(path)} is not a path inside the output folder`;
    if (taken.has(path.toLowerCase())) return `two files of the run would be called ${path}`;
    taken.add(path.toLowerCase());
  }
  return undefined;
}
