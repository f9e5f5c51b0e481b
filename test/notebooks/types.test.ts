// The cells of the notebooks hold against the types of what they use: the kernel that runs them checks none.

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FOLDER, NAMES, read } from './jupyter.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tcfd-cells-'));
  for (const name of ['src', 'node_modules', 'package.json'])
    symlinkSync(join(ROOT, name), join(folder, name));
  cpSync(join(ROOT, 'notebooks/board.ts'), join(folder, 'notebooks/board.ts'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code of a notebook as one module, its cells in their order, as the kernel runs them one after the other. */
const codeOf = (name: string): string =>
  read(join(FOLDER, name))
    .cells.filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => [source].flat().join(''))
    .join(';\n');

/** What the compiler says of modules beside board.ts. */
function complaints(modules: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, code] of Object.entries(modules))
    writeFileSync(join(folder, 'notebooks', name), `${code}\n`);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
      // Declarations of what others left untyped come along with the sources.
      include: ['src/**/*.d.ts', ...Object.keys(modules).map((name) => `notebooks/${name}`)],
      exclude: [],
    }),
  );
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '--project', folder], (_, stdout, stderr) =>
      resolve(`${stdout}${stderr}`.replaceAll(folder, '')),
    );
  });
}

it('hold, all of them', async () => {
  const modules = NAMES.map((name) => [name.replace('.ipynb', '.cells.ts'), codeOf(name)] as const);
  expect(modules.length).toBe(4);
  for (const [, code] of modules) expect(code).toContain("from './board.ts'");
  expect(await complaints(Object.fromEntries(modules))).toBe('');
}, 60_000);

it('and one that does not is found out', async () => {
  const [name = ''] = NAMES;
  const wrong = `${codeOf(name)};\nawait board(['eu_price[2030]=140 EUR_2024/tCO2e'], 'many');`;
  expect(await complaints({ 'wrong.cells.ts': wrong })).toMatch(/wrong\.cells\.ts\(\d+,\d+\): error TS2345/);
}, 60_000);
