// What the page carries, read back: its data, the specifications of its charts, and the graph with its values.

import type { ExplanationGraph } from '../explain/types.ts';
import { type SharedSpecs, wholeOf } from '../render/report/shared-tables.ts';
import { read } from '../render/report/sparing.ts';
import type { ReportData } from '../render/report/types.ts';

const BYTES = 8;

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? 'null';

function block(id: string): unknown {
  return JSON.parse(textOf(id));
}

/** Paths of numbers from base64 of their 64 bits, least byte first. */
function paths(base64: string, lengths: readonly number[]): readonly (readonly number[])[] {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  let next = 0;
  return lengths.map((length) => Array.from({ length }, () => view.getFloat64(next++ * BYTES, true)));
}

/** Specifications with their data sets and looks put back, which stand in the page once each. */
function specsIn({ parts, specs }: SharedSpecs): readonly object[] {
  const whole = parts.map(wholeOf);
  return specs.map((spec) => {
    const { data, config, ...rest } = spec as {
      readonly data: readonly { readonly values?: number }[];
      readonly config?: number;
    };
    const sets = data.map((set) => (set.values === undefined ? set : { ...set, values: whole[set.values] }));
    return { ...rest, data: sets, ...(config === undefined ? {} : { config: whole[config] }) };
  });
}

export interface Carried {
  readonly data: ReportData;
  readonly specs: readonly object[];
  readonly graph: ExplanationGraph;
}

/** The blocks are the product's own, written beside this script. */
export function readCarried(): Carried {
  const data = read(textOf('data'));
  const { lengths, ...rest } = data.graph;
  return {
    data,
    specs: specsIn(block('specs') as SharedSpecs),
    graph: { ...rest, paths: paths(block('paths') as string, lengths) },
  };
}
