// Builds the command once for a test file and starts it, so that exit codes and streams are the real ones.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../src/cli/bundle.js';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const standIn = fileURLToPath(new URL('engine.ts', import.meta.url));

/** A folder with the bundle of the command line over the stand-in engine. */
export async function build(): Promise<{ command: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tcfd-bundle-'));
  await bundle(folder, {
    entryPoints: { tcfd: 'src/cli/main.ts' },
    plugins: [
      {
        name: 'stand-in engine',
        setup: (esbuild) =>
          esbuild.onResolve({ filter: /^\.\.\/(?:index|checking)\.ts$/ }, ({ importer }) =>
            importer.includes('cli') ? { path: standIn } : undefined,
          ),
      },
    ],
  });
  return { command: join(folder, 'tcfd.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the command in a folder; `interrupt` sends SIGINT once stderr says it. */
export function start(
  command: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: object; readonly interrupt?: string },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...words], {
      cwd: options.cwd,
      env: { PATH: process.env.PATH, ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
      if (options.interrupt !== undefined && stderr.includes(options.interrupt)) child.kill('SIGINT');
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
