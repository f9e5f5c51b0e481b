// The bundle that npm builds: complete, and quick to start because the engine waits until it is asked for.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/bundle.js';
import { start } from './command-line.ts';

const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));

type Metafile = Exclude<Awaited<ReturnType<typeof bundle>>, undefined>;

let folder = '';
let metafile: Metafile = { inputs: {}, outputs: {} };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tcfd-bundle-'));
  metafile = (await bundle(folder)) ?? metafile;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The output file of a source file that is loaded by itself. */
const outputOf = (source: string): string =>
  basename(
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === source)?.[0] ?? source,
  );

/** Everything that an output file loads before its first line runs. */
function loadedBy(name: string): ReadonlySet<string> {
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const seen = new Set<string>();
  const visit = (one: string): void => {
    if (seen.has(one)) return;
    seen.add(one);
    const found = outputs.get(one)?.imports ?? [];
    for (const { kind, path } of found) if (kind === 'import-statement') visit(basename(path));
  };
  visit(name);
  return new Set([...seen].flatMap((one) => Object.keys(outputs.get(one)?.inputs ?? {})));
}

describe('the bundle', () => {
  it('has the command and the library, and the command can be started', async () => {
    const command = join(folder, 'tcfd.js');
    expect(existsSync(join(folder, 'index.js'))).toBe(true);
    expect(readFileSync(command, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
    expect(statSync(command).mode & 0o100).toBe(0o100);
    const { code, stderr } = await start(command, ['--help'], { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
  });

  it('loads for --help no engine, no YAML, no charts, no slow measure of texts', () => {
    const heavy =
      /\/(?:yaml|zod|mathjs|vega|vega-lite|cli-table3|string-width)\/|^src\/(?!cli\/|diagnostics\/)/;
    expect([...loadedBy('tcfd.js')].filter((path) => heavy.test(path))).toEqual([]);
    expect([...loadedBy('index.js')].some((path) => heavy.test(path))).toBe(true);
  });

  it('loads for a check no YAML, no schemas, no parser of formulas, as long as all files are as they were shipped', () => {
    const loaded = [...loadedBy(outputOf('src/checking.ts')), ...loadedBy(outputOf('src/load/load.ts'))];
    expect(loaded).toContain('src/check/index.ts');
    expect(loaded).toContain('src/load/read.ts');
    expect(
      loaded.filter((path) => /\/(?:yaml|zod|vega|vega-lite)\/|\/mathjs\/.*parse\.js$/.test(path)),
    ).toEqual([]);
    expect([...loadedBy(outputOf('src/parse/parse.ts'))].some((path) => /\/yaml\//.test(path))).toBe(true);
  });

  it('loads what writes decks and draws PNG with the first of them, not with the library', () => {
    const late = /\/(?:pptxgenjs|jszip|fflate|pako|hucre|@resvg)\//;
    expect([...loadedBy('index.js')].filter((path) => late.test(path))).toEqual([]);
    expect(Object.keys(metafile.inputs).some((path) => /\/pptxgenjs\//.test(path))).toBe(true);
  });

  it('reads a file that is no longer as it was shipped', async () => {
    const project = join(folder, 'project');
    cpSync(SCENARIOS, join(project, 'scenarios'), { recursive: true });
    const study = 'scenarios/steel-fabricator/study.yaml';
    const check = () => start(join(folder, 'tcfd.js'), ['check', study], { cwd: project });
    expect((await check()).stdout).toMatch(/^ok: /);
    const model = join(project, 'scenarios/models/energy.yaml');
    writeFileSync(model, readFileSync(model, 'utf8').replace('unit: MWh', 'unit: MWHH'));
    const { code, stderr } = await check();
    expect(code).toBe(1);
    expect(stderr).toContain('unknown unit MWHH');
  });
});
