// run.json: what determines a result and nothing else, so that the same inputs give the same bytes on every machine.
import type { Findings } from '../analyse/index.ts';
import type { Sources } from '../load/index.ts';
import type { Artifact, Artifacts } from '../render/index.ts';

/** What the command line says that changes a result; workers do not. */
export interface RunOptions {
  readonly set: readonly string[];
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
  /** Language of charts and texts. */
  readonly lang: 'en' | 'zh';
  /** The company's own layouts for the deck; its path and checksum. */
  readonly template?: { readonly path: string; readonly sha256: string } | undefined;
}

/**
 * What a result depends on, known before anything is computed.
 * @param sources every file that was read, with its checksum; paths are relative to the project's root
 * @param given options of the command line; draws and seed are left out where the study's own hold
 * @param version version of this product
 */
export function determinants(
  sources: Sources,
  { set, draws, seed, lang, template }: RunOptions,
  version: string,
) {
  const inputs = [...sources.files.values()]
    .map(({ path, sha256 }) => ({ path, sha256 }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  return {
    product: 'tcfd-scenarios',
    version,
    study: sources.entries[0] ?? '',
    options: {
      ...{ set, draws, seed, lang },
      ...(template === undefined ? {} : { template: { path: template.path, sha256: template.sha256 } }),
    },
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
  given: RunOptions,
  version: string,
  outputs: Artifacts,
): Artifact {
  const { product, study, options, inputs } = determinants(sources, given, version);
  const record = {
    product,
    version,
    study: { file: study, name: findings.study, company: findings.company, as_of: findings.asOf },
    options,
    draws: drawsOf(findings),
    inputs,
    outputs: outputs.map(({ path }) => path).sort(),
  };
  return { path: 'run.json', content: `${JSON.stringify(record, null, 2)}\n` };
}

/**
 * The artifact by which a folder is known as a comparison of ours, and which runs were compared.
 * @param runs each as it was typed, with the files that it was made of
 */
export function comparisonRecord(
  runs: readonly { readonly name: string; readonly sources: Sources; readonly set: readonly string[] }[],
  lang: RunOptions['lang'],
  version: string,
  outputs: Artifacts,
): Artifact {
  const record = {
    product: 'tcfd-scenarios',
    version,
    compared: runs.map(({ name, sources, set }) => {
      const { study, inputs } = determinants(
        sources,
        { set, draws: undefined, seed: undefined, lang },
        version,
      );
      return { run: name, study, set, inputs };
    }),
    options: { lang },
    outputs: outputs.map(({ path }) => path).sort(),
  };
  return { path: 'run.json', content: `${JSON.stringify(record, null, 2)}\n` };
}

/** How draws were taken, whoever says so. */
const drawsOf = ({ uncertainty }: Findings) =>
  uncertainty === undefined
    ? undefined
    : { count: uncertainty.draws, seed: uncertainty.seed, sampling: uncertainty.sampling };
