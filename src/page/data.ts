// What the page carries, read back: its data, the specifications of its charts, and the graph with its values.

import type { ExplanationGraph } from '../explain/types.ts';
import type { SharedSpecs } from '../render/report/shared-tables.ts';
import type { ReportData } from '../render/report/types.ts';

const BYTES = 8;

function block(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}

/** Paths of numbers from base64 of their 64 bits, least byte first. */
function paths(base64: string, lengths: readonly number[]): readonly (readonly number[])[] {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  let next = 0;
  return lengths.map((length) => Array.from({ length }, () => view.getFloat64(next++ * BYTES, true)));
}

/** Specifications with their data sets put back, which stand in the page once each. */
function specsIn({ tables, specs }: SharedSpecs): readonly object[] {
  return specs.map((spec) => {
    const { data, ...rest } = spec as { readonly data: readonly { readonly values?: number }[] };
    const whole = data.map((set) =>
      set.values === undefined ? set : { ...set, values: tables[set.values] },
    );
    return { ...rest, data: whole };
  });
}

export interface Carried {
  readonly data: ReportData;
  readonly specs: readonly object[];
  readonly graph: ExplanationGraph;
}

/** The blocks are the product's own, written beside this script. */
export function readCarried(): Carried {
  const data = block('data') as ReportData;
  const { lengths, ...rest } = data.graph;
  return {
    data,
    specs: specsIn(block('specs') as SharedSpecs),
    graph: { ...rest, paths: paths(block('paths') as string, lengths) },
  };
}
