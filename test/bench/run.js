// npm run bench: builds the benchmark and starts it.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withProgram } from './build.js';

const here = fileURLToPath(new URL('.', import.meta.url));
process.exitCode = await withProgram('main.ts', (file) => {
  const { status } = spawnSync(process.execPath, [file, here, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  return status ?? 1;
});
