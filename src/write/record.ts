// run.json: what determines a result and nothing else, so that the same inputs give the same bytes on every machine.
import type { Findings } from '../analyse/index.ts';
import type { Sources } from '../load/index.ts';
import type { Artifact, Artifacts } from '../render/index.ts';

/**
 * What a result depends on, known before anything is computed.
 * @param sources every file that was read, with its checksum; paths are relative to the project's root
 * @param overrides texts of `--set`, in order
 * @param version version of this product
 */
export function determinants(sources: Sources, overrides: readonly string[], version: string) {
  const inputs = [...sources.files.values()]
    .map(({ path, sha256 }) => ({ path, sha256 }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  return {
    product: 'tcfd-scenarios',
    version,
    study: sources.entries[0] ?? '',
    options: { set: overrides, draws: 1 },
    inputs,
  };
}

/**
 * The artifact that says what the run was made of.
 * @param outputs what else the run leaves, by which the next run knows the folder as its own
 */
export function runRecord(
  sources: Sources,
  findings: Findings,
  overrides: readonly string[],
  version: string,
  outputs: Artifacts,
): Artifact {
  const { product, study, options, inputs } = determinants(sources, overrides, version);
  const record = {
    product,
    version,
    study: { file: study, name: findings.study, company: findings.company, as_of: findings.asOf },
    options,
    inputs,
    outputs: outputs.map(({ path }) => path).sort(),
  };
  return { path: 'run.json', content: `${JSON.stringify(record, null, 2)}\n` };
}
