// Packs of one study by several versions of Node and numbers of workers, file by file: the same bytes, the same once decoded, or another.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Table from 'cli-table3';
import { readFolder } from '../../src/load/index.ts';
import { type Alike, alike, kindOf } from './alike.ts';

const [, , root = '', scratch = '', ...nodes] = process.argv;
const COMMAND = join(root, '.bundle/tcfd.js');
const WORKERS = [1, 2];
/** A small study in Chinese, and the first company's in English. */
const STUDIES = [
  { folder: join(root, 'test/golden/project'), study: 'scenarios/bakery/study.yaml', lang: 'zh' },
  { folder: root, study: 'scenarios/innovation-new-material/board.yaml', lang: 'en' },
];
/** What may be packed in other bytes by another version of Node. */
const PACKED = new Set(['png', 'pptx', 'xlsx']);

interface Pack {
  readonly name: string;
  readonly node: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function tcfd(node: string, folder: string, options: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(node, [COMMAND, ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${node} ${options.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

const versionOf = (node: string): string =>
  spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();

/** How many files of each kind are the same, and what is not as it must be. */
async function compared(first: Pack, other: Pack) {
  const found = new Map<string, Record<Alike, number>>();
  const faults: string[] = [];
  for (const path of new Set([...first.files.keys(), ...other.files.keys()])) {
    // Times and machine.
    if (path === 'environment.json') continue;
    const kind = kindOf(path);
    const how = await alike(path, first.files.get(path), other.files.get(path));
    const counts = found.get(kind) ?? { bytes: 0, decoded: 0, other: 0 };
    found.set(kind, { ...counts, [how]: counts[how] + 1 });
    const allowed = how === 'bytes' || (how === 'decoded' && PACKED.has(kind) && first.node !== other.node);
    if (!allowed)
      faults.push(`${other.name}: ${path} is ${how === 'other' ? 'another' : 'the same only once decoded'}`);
  }
  return { other, found, faults };
}

const shown = (counts: Record<Alike, number> | undefined): string =>
  Object.entries({ 'same bytes': counts?.bytes, 'same content': counts?.decoded, OTHER: counts?.other })
    .flatMap(([words, count = 0]) => (count === 0 ? [] : [`${count} ${words}`]))
    .join(', ');

/** The folder of a study's pack below --out. */
const packOf = (file: string): string => file.split('/').at(-1)?.replace('.yaml', '') ?? '';

async function study({ folder, study: file, lang }: (typeof STUDIES)[number]): Promise<readonly string[]> {
  const out = (index: number): string => join(scratch, packOf(file), String(index), packOf(file));
  const packs: Pack[] = [];
  for (const node of nodes)
    for (const workers of WORKERS) {
      const to = out(packs.length);
      const options = ['--out', join(to, '..'), '--workers', String(workers), '--lang', lang, '--quiet'];
      tcfd(node, folder, ['run', file, ...options]);
      const name = `Node ${versionOf(node)}, ${workers} ${workers === 1 ? 'thread' : 'threads'}`;
      packs.push({ name, node, files: await readFolder(to) });
    }
  const [first, ...others] = packs;
  if (first === undefined) throw new Error('no version of Node');
  const results = [];
  for (const other of others) results.push(await compared(first, other));
  const table = new Table({
    head: ['files', ...others.map(({ name }) => name)],
    style: { head: [], border: [], compact: true },
  });
  for (const kind of [...new Set([...first.files.keys()].map(kindOf))].toSorted())
    table.push([kind, ...results.map(({ found }) => shown(found.get(kind)))]);
  say(`${file}, against ${first.name}\n${table.toString()}`);
  for (const [index, node] of nodes.entries()) {
    const workers = String(WORKERS[index % WORKERS.length]);
    say(`Node ${versionOf(node)}: ${tcfd(node, folder, ['verify', out(0), '--workers', workers]).trim()}`);
  }
  return results.flatMap(({ faults }) => faults);
}

const faults: string[] = [];
for (const each of STUDIES) faults.push(...(await study(each)));
for (const fault of faults) say(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
