// The files that are shipped, read ahead when the bundle is built: one that stands as it was shipped is taken from here, by its checksum.

import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { Link } from './links.ts';

/** What is known of a file before it is read; how the parse stage keeps it is its own affair. */
export interface PreparedFile {
  readonly links: readonly Link[];
  readonly prepared: unknown;
}

interface Entry {
  readonly sha256: string;
  readonly links: readonly Link[];
  readonly from: number;
  readonly to: number;
}

/** Beside the command, where `npm run prepare` leaves it. */
const FILE = 'prepared.bin';
/** V8 writes its version first, and reads its own and older ones. */
const VERSION = serialize(null).subarray(0, 2);
/** Bytes of the number that says how long the table of contents is. */
const LENGTH = 4;

/** All of them in one file: a table of contents, then each as V8 writes it, so that only what a study names is taken apart. */
export function packed(files: ReadonlyMap<string, PreparedFile>): Uint8Array {
  const bodies = [...files.values()].map(({ prepared }) => serialize(prepared));
  let at = 0;
  const entries = [...files].map(([sha256, { links }], index): Entry => {
    const from = at;
    at += bodies[index]?.length ?? 0;
    return { sha256, links, from, to: at };
  });
  const contents = serialize(entries);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(contents.length);
  return Buffer.concat([length, contents, ...bodies]);
}

/**
 * @param file what the build of the bundle left
 * @returns what is known of the file with a checksum; of none where nothing was built, as in the source, or by a newer Node
 */
export async function readPrepared(
  file: URL = new URL(FILE, import.meta.url),
): Promise<(sha256: string) => PreparedFile | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined || !bytes.subarray(LENGTH, LENGTH + VERSION.length).equals(VERSION))
    return () => undefined;
  const start = LENGTH + bytes.readUInt32LE();
  const entries: readonly Entry[] = deserialize(bytes.subarray(LENGTH, start));
  const known = new Map(entries.map((entry) => [entry.sha256, entry]));
  return (sha256) => {
    const entry = known.get(sha256);
    if (entry === undefined) return undefined;
    const { links, from, to } = entry;
    return { links, prepared: deserialize(bytes.subarray(start + from, start + to)) };
  };
}
