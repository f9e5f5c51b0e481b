// Temporary folders beside an output folder: how they are called, which are left over, and what to do with those.

import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** `new` is being written, `old` is the last good run while the new one takes its place. */
type Role = 'new' | 'old';

const prefix = (folder: string, role: Role): string => `.${basename(folder)}.tcfd-${role}-`;

/** A new path for a temporary folder of this process. (Not `mkdtemp`: nobody else could read that folder.) */
export const temporary = (folder: string, role: Role): string =>
  join(dirname(folder), `${prefix(folder, role)}${process.pid}-${randomUUID().slice(0, 8)}`);

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (caught) {
    // Not ours to signal, so it is there.
    return caught instanceof Error && 'code' in caught && caught.code === 'EPERM';
  }
};

/** Temporaries of one role that a crashed run left beside the folder. */
function leftOver(folder: string, role: Role): readonly string[] {
  const start = prefix(folder, role);
  return readdirSync(dirname(folder))
    .filter((name) => name.startsWith(start) && /^\d+-\w+$/.test(name.slice(start.length)))
    .filter((name) => {
      const pid = Number.parseInt(name.slice(start.length), 10);
      return pid !== process.pid && !isRunning(pid);
    })
    .map((name) => join(dirname(folder), name));
}

/** Puts back the last good run if a crash fell between the two renames, then removes what crashes left. */
export function recover(folder: string): void {
  const [saved] = leftOver(folder, 'old');
  if (saved !== undefined && !existsSync(folder)) renameSync(saved, folder);
  for (const rest of [...leftOver(folder, 'old'), ...leftOver(folder, 'new')])
    rmSync(rest, { recursive: true, force: true });
}
