// Whether two files of a pack are the same: byte for byte, or once their packing is undone.

import { parquetReadObjects } from 'hyparquet';
import { pixelsOf } from '../kit/png.ts';
import { unzip } from '../kit/zip.ts';

export type Alike = 'bytes' | 'decoded' | 'other';

/** What a file is by the end of its name; a Vega-Lite specification has two. */
export const kindOf = (path: string): string =>
  /\.vl\.json$/.test(path) ? 'vl.json' : (/\.([^./]+)$/.exec(path)?.[1] ?? '');

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** The content of a file, in a form that is the same if the content is; undefined for what is not packed. */
async function decoded(path: string, bytes: Uint8Array): Promise<string | undefined> {
  switch (kindOf(path)) {
    case 'png': {
      const { width, height, data } = pixelsOf(bytes);
      return `${width} ${height} ${Buffer.from(data).toString('latin1')}`;
    }
    case 'pptx':
    case 'xlsx':
      return [...unzip(bytes)].map(([name, content]) => `${name}\n${content.toString('latin1')}`).join('\n');
    case 'parquet':
      return JSON.stringify(await parquetReadObjects({ file: bytes.slice().buffer as ArrayBuffer }));
    default:
      return undefined;
  }
}

/** @returns `other` too where one of the two is not there */
export async function alike(
  path: string,
  one: Uint8Array | undefined,
  other: Uint8Array | undefined,
): Promise<Alike> {
  if (one === undefined || other === undefined) return 'other';
  if (same(one, other)) return 'bytes';
  const [left, right] = [await decoded(path, one), await decoded(path, other)];
  return left !== undefined && left === right ? 'decoded' : 'other';
}
