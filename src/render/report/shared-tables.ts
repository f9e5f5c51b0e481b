// Specifications without their data: tables that several of them draw, and looks that all share, stand in the page once, rows without keys.
import type { Json } from '../charts/chart.ts';

/** Rows of the same keys, or anything else as it is. */
export type SharedPart =
  | { readonly keys: readonly string[]; readonly rows: readonly (readonly Json[])[] }
  | { readonly is: Json };

/** Specifications in which the `values` of every data set, and `config`, are a place in `parts`. */
export interface SharedSpecs {
  readonly parts: readonly SharedPart[];
  readonly specs: readonly Json[];
}

type Table = { readonly [key: string]: Json };

const isTable = (value: Json | undefined): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function partOf(value: Json): SharedPart {
  const rows = Array.isArray(value) ? (value as readonly Json[]) : [];
  const [first] = rows;
  const keys = isTable(first) ? Object.keys(first) : [];
  const alike = rows.every((row) => isTable(row) && Object.keys(row).join('\n') === keys.join('\n'));
  return keys.length > 0 && alike
    ? { keys, rows: rows.map((row) => keys.map((key) => (row as Table)[key] ?? null)) }
    : { is: value };
}

/** What a part stands for. */
export const wholeOf = (part: SharedPart): Json =>
  'is' in part
    ? part.is
    : part.rows.map((row) => Object.fromEntries(part.keys.map((key, place) => [key, row[place] ?? null])));

/** A chart and its narrow form draw the same numbers. */
export function shareTables(specs: readonly Json[]): SharedSpecs {
  const places = new Map<string, number>();
  const placeOf = (part: Json): number => {
    const text = JSON.stringify(part);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const bare = specs.map((spec: Json): Json => {
    if (!isTable(spec) || !Array.isArray(spec.data)) return spec;
    const data = spec.data.map((set: Json): Json => {
      const values = isTable(set) ? set.values : undefined;
      return isTable(set) && Array.isArray(values) ? { ...set, values: placeOf(values) } : set;
    });
    return { ...spec, data, ...(spec.config === undefined ? {} : { config: placeOf(spec.config) }) };
  });
  return { parts: [...places.keys()].map((text) => partOf(JSON.parse(text) as Json)), specs: bare };
}
