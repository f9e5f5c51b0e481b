// The graph as the page carries it: texts in one language, numbers as base64 of their 64 bits, so that nothing is rounded on the way.

import type { ExplanationGraph, Findings } from '../../analyse/index.ts';
import { byTitle } from '../names.ts';
import { layerWord } from '../origin.ts';
import { type Language, named } from '../wording.ts';
import { writtenIn } from '../written.ts';
import type { PackedGraph } from './types.ts';

type GraphGiven = ExplanationGraph['givens'][number];

const BYTES = 8;

export function packGraph(findings: Findings, language: Language): PackedGraph {
  const { graph } = findings;
  const { paths, quantities, ...rest } = graph;
  const inOne = (title: { readonly en: string; readonly zh: string }) => {
    const text = named(title, language);
    return { en: text, zh: text };
  };
  return {
    ...rest,
    quantities: quantities.map((quantity) => ({
      ...quantity,
      title: inOne(quantity.title),
      itemTitles: quantity.itemTitles.map(inOne),
    })),
    cases: byTitle(rest.cases, findings, language),
    givens: rest.givens.map((given) => givenIn(given, language)),
    lengths: paths.map(({ length }) => length),
  };
}

/** What a file says, as a reader of the language reads it. */
const givenIn = (given: GraphGiven, language: Language): GraphGiven => ({
  ...given,
  written: writtenIn(given.written, language),
  layer: layerWord(given.layer, language),
  range: given.range && writtenIn(given.range, language),
  replaces: given.replaces.map((old) => ({
    ...old,
    written: writtenIn(old.written, language),
    layer: layerWord(old.layer, language),
  })),
});

/** The numbers of all paths, one after the other, least byte first. */
export function packPaths({ paths }: ExplanationGraph): Uint8Array {
  const numbers = paths.flat();
  const view = new DataView(new ArrayBuffer(numbers.length * BYTES));
  for (const [index, number] of numbers.entries()) view.setFloat64(index * BYTES, number, true);
  return new Uint8Array(view.buffer);
}
