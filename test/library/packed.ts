// The package as npm packs it, installed into a folder of its own: its dependencies are those of this project, so no network is needed.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from '../../src/cli/bundle.js';

const run = promisify(execFile);
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules/.bin/tsc');
const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

export interface Ended {
  readonly code: number;
  readonly said: string;
}

const ended = async (file: string, words: readonly string[], cwd: string): Promise<Ended> => {
  try {
    const { stdout } = await run(file, [...words], { cwd });
    return { code: 0, said: stdout };
  } catch (caught) {
    const { code, stdout = '', stderr = '' } = caught as { code?: number; stdout?: string; stderr?: string };
    return { code: code ?? -1, said: stdout + stderr };
  }
};

export interface Installed {
  /** Where a user of the package writes code. */
  readonly folder: string;
  /** Paths in the package. */
  readonly packed: readonly string[];
  readonly compile: (file: string, ...options: readonly string[]) => Promise<Ended>;
  readonly node: (file: string) => Promise<Ended>;
  readonly remove: () => void;
}

/** Builds, packs and installs; what stands in the project's own .bundle is not touched. */
export async function install(): Promise<Installed> {
  const temporary = mkdtempSync(join(tmpdir(), 'tcfd-packed-'));
  const source = join(temporary, 'source');
  const folder = join(temporary, 'user');
  const target = join(folder, 'node_modules', about.name);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'src', 'scenarios'])
    cpSync(join(ROOT, name), join(source, name), { recursive: true });
  const declarations = ['--project', join(ROOT, 'src/tsconfig.declarations.json')];
  await Promise.all([
    bundle(join(source, '.bundle')),
    run(TSC, [...declarations, '--outDir', join(source, '.types')], { cwd: ROOT }),
  ]);
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--offline'], { cwd: source });
  const [pack] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  if (pack === undefined) throw new Error('npm packed nothing');
  mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', join(source, pack.filename), '-C', target, '--strip-components', '1']);
  for (const name of Object.keys(about.dependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return {
    folder,
    packed: pack.files.map(({ path }) => path),
    compile: (file, ...options) =>
      ended(TSC, ['--strict', '--skipLibCheck', 'false', '--target', 'es2022', ...options, file], folder),
    node: (file) => ended(process.execPath, [file], folder),
    remove: () => rmSync(temporary, { recursive: true, force: true }),
  };
}
