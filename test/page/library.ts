// What the library says of a study with its draws, as one text in which every bit of every number shows: made in Node and in a browser alike.

import { deviates, runWithDraws, type Sources, workerHere } from '../../src/index.ts';

/** Sources without their maps, so that they can be handed to a page. */
export interface Handed {
  readonly entries: readonly string[];
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly links: readonly (readonly [string, string])[];
  }[];
}

const inBits = (_: string, value: unknown): unknown => {
  if (value instanceof Map) return [...value];
  // JSON has no such numbers, and writes nothing in their place.
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
};

export async function resultsOf({ entries, files }: Handed): Promise<string> {
  const sources: Sources = {
    entries,
    files: new Map(
      files.map(({ path, text, links }) => [
        path,
        { path, text, bytes: new Uint8Array(), sha256: '', links: new Map(links) },
      ]),
    ),
  };
  const { value, diagnostics } = await runWithDraws(sources, [], {
    draws: 3000,
    deviates,
    workers: [workerHere(deviates)],
  });
  if (value === undefined) return JSON.stringify(diagnostics);
  const { series, uncertainty, sensitivities, targets } = value;
  return JSON.stringify({ series, uncertainty, sensitivities, targets }, inBits);
}
