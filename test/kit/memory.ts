// Sources in memory, for tests that make hundreds of projects: what the loader would hand on, without its faults.

import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { SourceFile, Sources } from '../../src/load/index.ts';
import { linking, linksIn } from '../../src/load/links.ts';

/** Links lead to the files that are there; what a file names beside them is left out, as after a loading fault. */
export function sourcesOf(files: ReadonlyMap<string, string>, entry: string): Sources {
  const linksOf = (path: string, text: string): ReadonlyMap<string, string> => {
    const document = path.endsWith('.yaml') ? linking(text) : undefined;
    return new Map(
      (document === undefined ? [] : linksIn(document))
        .map(({ written }) => [written, posix.join(posix.dirname(path), written)] as const)
        .filter(([, goal]) => files.has(goal)),
    );
  };
  const loaded = [...files].map(([path, text]): [string, SourceFile] => [
    path,
    {
      path,
      text,
      bytes: new TextEncoder().encode(text),
      sha256: createHash('sha256').update(text).digest('hex'),
      links: linksOf(path, text),
    },
  ]);
  return { entries: [entry], files: new Map(loaded) };
}

/** The same sources with other texts; every file keeps the links that it had. */
export function withTexts(sources: Sources, texts: ReadonlyMap<string, string>): Sources {
  const changed = [...texts].flatMap(([path, text]): [string, SourceFile][] => {
    const file = sources.files.get(path);
    return file === undefined ? [] : [[path, { ...file, text }]];
  });
  return { ...sources, files: new Map([...sources.files, ...changed]) };
}
