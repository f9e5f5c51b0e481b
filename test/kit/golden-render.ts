// Prints what the render stage hands on: every artifact with its size and checksum; and finds one by its path.

import { createHash } from 'node:crypto';
import type { Artifacts } from '../../src/render/index.ts';
import { page } from './golden.ts';

const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content);

export function printArtifacts(artifacts: Artifacts): string {
  const lines = artifacts.map(({ path, content }) => {
    const bytes = bytesOf(content);
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
