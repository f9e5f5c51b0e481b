// Whether the pack in a folder is what a run would leave there: made of the same inputs, and nothing of it touched since.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../load/index.ts';
import type { Artifact } from '../render/types.ts';
import { determinants, type RunOptions } from './record.ts';

export const checksum = (content: Artifact['content']): string =>
  createHash('sha256').update(content).digest('hex');

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON file of the folder as a table of keys; empty where it is none. */
function tableIn(folder: string, name: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return isTable(found) ? found : {};
  } catch {
    return {};
  }
}

function isWhole(folder: string, checksums: unknown): boolean {
  if (!isTable(checksums)) return false;
  try {
    return Object.entries(checksums).every(
      ([path, sha256]) => checksum(readFileSync(join(folder, path))) === sha256,
    );
  } catch {
    return false;
  }
}

/**
 * True if the folder holds a complete pack of the same study, inputs, options and product version.
 * @param version version of this product
 */
export function isUnchanged(folder: string, sources: Sources, given: RunOptions, version: string): boolean {
  const { study, ...rest } = tableIn(folder, 'run.json');
  const wanted = determinants(sources, given, version);
  const same = (name: 'product' | 'version' | 'options' | 'inputs'): boolean =>
    JSON.stringify(rest[name]) === JSON.stringify(wanted[name]);
  return (
    isTable(study) &&
    study.file === wanted.study &&
    same('product') &&
    same('version') &&
    same('options') &&
    same('inputs') &&
    isWhole(folder, tableIn(folder, 'environment.json').sha256)
  );
}
