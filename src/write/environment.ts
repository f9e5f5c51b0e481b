// environment.json: what a run does not depend on (time, machine), kept out of every comparison of runs.

import { arch, cpus, platform } from 'node:os';
import type { Artifact, Artifacts } from '../render/types.ts';
import { checksum } from './unchanged.ts';

/**
 * The artifact that says on what and how fast a run was made.
 * @param timings Stage -> milliseconds, in the order in which the stages ran.
 * @param pack All other files of the run. Their checksums stand here and not in run.json: pictures may differ by a Node version.
 */
export function environment(timings: ReadonlyMap<string, number>, pack: Artifacts): Artifact {
  const processors = cpus();
  const milliseconds = Object.fromEntries([...timings].map(([stage, time]) => [stage, Math.round(time)]));
  const content = {
    node: process.version,
    platform: platform(),
    architecture: arch(),
    processor: { model: processors[0]?.model.trim() ?? 'unknown', count: processors.length },
    milliseconds,
    sha256: Object.fromEntries(pack.map(({ path, content }) => [path, checksum(content)])),
  };
  return { path: 'environment.json', content: `${JSON.stringify(content, null, 2)}\n` };
}
