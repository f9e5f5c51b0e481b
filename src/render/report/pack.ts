// The graph as the page carries it: texts in one language, numbers as base64 of their 64 bits, so that nothing is rounded on the way.

import type { ExplanationGraph } from '../../analyse/index.ts';
import { type Language, named } from '../wording.ts';
import type { PackedGraph } from './types.ts';

const BYTES = 8;

export function packGraph(graph: ExplanationGraph, language: Language): PackedGraph {
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
    lengths: paths.map(({ length }) => length),
  };
}

/** The numbers of all paths, one after the other, least byte first. */
export function packPaths({ paths }: ExplanationGraph): Uint8Array {
  const numbers = paths.flat();
  const view = new DataView(new ArrayBuffer(numbers.length * BYTES));
  for (const [index, number] of numbers.entries()) view.setFloat64(index * BYTES, number, true);
  return new Uint8Array(view.buffer);
}
