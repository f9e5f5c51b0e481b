// Prints what the render stage hands on: every artifact with its size and checksum; and finds one by its path.

import { createHash } from 'node:crypto';
import type { Artifacts } from '../../src/render/index.ts';
import { page } from './golden.ts';
import { unzip } from './zip.ts';

const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content);

/** What a zip holds, without how it is packed: that differs by the version of Node. */
const unpacked = (path: string, content: string | Uint8Array): Buffer =>
  /\.(?:xlsx|pptx)$/.test(path) && typeof content !== 'string'
    ? Buffer.concat([...unzip(content)].flatMap(([name, part]) => [Buffer.from(name), part]))
    : bytesOf(content);

export function printArtifacts(artifacts: Artifacts): string {
  const lines = artifacts.map(({ path, content }) => {
    const bytes = unpacked(path, content);
    const sum = createHash('sha256').update(bytes).digest('hex');
    return `${sum}  ${String(bytes.length).padStart(7)}  ${path}`;
  });
  return page([lines]);
}

export function textOf(artifacts: Artifacts, path: string): string {
  const artifact = artifacts.find((one) => one.path === path);
  if (artifact === undefined) throw new Error(`no artifact ${path}`);
  return bytesOf(artifact.content).toString('utf8');
}
