// npm run versions: writes packs with several versions of Node and numbers of workers, and tells what is equal in them.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../src/cli/bundle.js';
import { withProgram } from '../bench/build.js';
import { install, VERSIONS } from '../bench/node-versions.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
await bundle(join(root, '.bundle'));

process.exitCode = await withProgram('../versions/main.ts', (file, folder) => {
  const nodes = VERSIONS.flatMap((version) => {
    const node = install(version, join(folder, version));
    if (node === undefined) console.log(`Node ${version}: left out, npm has none for this machine`);
    return node === undefined ? [] : [node];
  });
  const { status } = spawnSync(process.execPath, [file, root, folder, ...nodes], { stdio: 'inherit' });
  return status ?? 1;
});
