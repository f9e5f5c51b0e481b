// A pack verifies only while every byte of its inputs, of its files and of the project's inputs is what it was: in each file one byte after
// another is changed, from the first to the last.

import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyPack } from '../../src/cli/verification.ts';
import { changedByte, filesBelow, makeProject, meanwhile, options, SILENT } from './pack.ts';

const { project, pack, study } = makeProject();
/** What the pack's own inputs give, run again once; a pack whose inputs have changed is never run again. */
const again = join(project, 'again');

vi.mock('../../src/load/page.ts', () => ({ loadPage: async () => ({ script: 'page', style: 'page' }) }));
vi.mock('../../src/cli/font_thread.ts', () => ({
  fontThread: () => ({
    cutFont: async (_: unknown, characters: string) => new TextEncoder().encode(characters),
    end: () => {},
  }),
}));
vi.mock('../../src/cli/png_threads.ts', () => ({
  pngThreads: () => ({
    toPng: async (svg: string) => new TextEncoder().encode(svg).reverse(),
    end: () => {},
  }),
}));
vi.mock('../../src/cli/study.ts', async (original) => {
  const real = await original<typeof import('../../src/cli/study.ts')>();
  const done = new Map<string, Awaited<ReturnType<typeof real.runStudy>>>();
  const runOnce: typeof real.runStudy = async (file, folder, ...rest) => {
    const known = done.get(file);
    if (known === undefined) {
      const ran = await real.runStudy(file, file === study ? folder : again, ...rest);
      done.set(file, ran);
      if (file === study) return ran;
    }
    symlinkSync(again, folder);
    return done.get(file) ?? { diagnostics: [], texts: new Map() };
  };
  return { ...real, runStudy: runOnce };
});

beforeAll(async () => {
  const { runStudy } = await import('../../src/cli/study.ts');
  expect((await runStudy(study, pack, options, SILENT)).diagnostics).toEqual([]);
});

/** What verify says: each code with the file that it names. */
async function verified(): Promise<readonly string[]> {
  const { diagnostics } = await verifyPack(pack, undefined, SILENT);
  return diagnostics.map(
    ({ code, labels }) => `${code} ${labels[0]?.span.file.replace(`${pack}/`, '') ?? ''}`,
  );
}

const PLACES = 8;

/** A byte changed at the first place, the last one and some between; one more; one less. */
function changesOf(bytes: Buffer, from = 0): readonly Buffer[] {
  const length = bytes.length - from;
  const places = Array.from({ length: PLACES }, (_, index) =>
    Math.floor((index * (length - 1)) / (PLACES - 1)),
  );
  return [
    ...[...new Set(places)].map((at) => changedByte(bytes, from + at)),
    Buffer.concat([bytes, Buffer.from(' ')]),
    bytes.subarray(0, -1),
  ];
}

describe('verify', () => {
  it('finds nothing where nothing has changed', async () => {
    expect(await verified()).toEqual([]);
  });

  it('fails when one byte of any file of the project that the pack was made of has changed, and names it first', async () => {
    const inputs = filesBelow(join(project, 'scenarios'));
    // The pack keeps them all: none lies there that the study does not rest on.
    expect(filesBelow(join(pack, 'inputs/scenarios'))).toEqual(inputs);
    expect(inputs.length).toBeGreaterThan(10);
    for (const path of inputs) {
      const file = join(project, 'scenarios', path);
      for (const changed of changesOf(readFileSync(file)))
        expect(await meanwhile({ [file]: () => changed }, verified)).toEqual([
          `verify/input-changed scenarios/${path}`,
        ]);
    }
  });

  it('fails when one byte of any file of the pack has changed', async () => {
    const files = filesBelow(pack);
    expect(files.length).toBeGreaterThan(20);
    let tried = 0;
    for (const path of files) {
      const file = join(pack, path);
      const bytes = readFileSync(file);
      // Times and machine stand apart; the checksums beside them do not.
      const from = path === 'environment.json' ? bytes.indexOf('"sha256"') : 0;
      for (const changed of changesOf(bytes, from)) {
        const found = await meanwhile({ [file]: () => changed }, verified);
        const named = found.some((said) => said.endsWith(` ${path}`));
        // A record that is none any more is a pack no more; a wrong checksum names the file that it is of.
        const told = named || /^(?:pack\/none|verify\/checksums?) /.test(found[0] ?? '');
        expect([path, changed.length - bytes.length, told]).toEqual([
          path,
          changed.length - bytes.length,
          true,
        ]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(300);
    rmSync(again, { recursive: true, force: true });
  });
});
