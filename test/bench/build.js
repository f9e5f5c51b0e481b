// Bundles a program of this folder, and what its threads run, into a folder that is gone afterwards.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleDrawThread, OUTSIDE } from '../../src/cli/bundle.js';

/**
 * @template Result
 * @param {string} program File in this folder.
 * @param {(file: string, folder: string) => Result} use What is done with the bundled program.
 * @returns {Promise<Result>} What that gives.
 */
export async function withProgram(program, use) {
  const folder = mkdtempSync(join(tmpdir(), 'tcfd-bench-code-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    await build({
      absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
      entryPoints: { program: join('test/bench', program) },
      outdir: folder,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      external: OUTSIDE,
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'warning',
    });
    await bundleDrawThread(folder);
    return use(join(folder, 'program.js'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
