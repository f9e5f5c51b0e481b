// Other versions of Node, as npm has them for this machine.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Oldest and newest that the product runs on. */
export const VERSIONS = ['20', '22', '24'];

/**
 * The program of a version of Node.
 * @param {string} version A version or the beginning of one.
 * @param {string} folder Where it goes.
 * @returns {string | undefined} Its path; undefined if it cannot be had.
 */
export function install(version, folder) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
  const { status } = spawnSync('npm', ['install', ...flags, `${name}@${version}`], { stdio: 'ignore' });
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return status === 0 ? join(folder, 'node_modules', name, 'bin', program) : undefined;
}
