// npm run bits: computes the board study with draws under several versions of Node, and tells whether all give the same bits.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withProgram } from './build.js';
import { install, VERSIONS } from './node-versions.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : VERSIONS;

process.exitCode = await withProgram('bits.ts', (file, folder) => {
  /** @type {Set<string>} */
  const found = new Set();
  for (const version of wanted) {
    const node = install(version, join(folder, version));
    if (node === undefined) {
      console.log(`Node ${version}: left out, npm has none for this machine`);
      continue;
    }
    const { stdout, stderr, status } = spawnSync(node, [file, here], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [numbers = '', ...about] = stdout.trim().split('\n');
    found.add(numbers);
    console.log(`Node ${version}: ${[numbers, ...about].join(', ')}`);
  }
  console.log(found.size === 1 ? 'the same bits' : `${found.size} different results`);
  return found.size === 1 ? 0 : 1;
});
