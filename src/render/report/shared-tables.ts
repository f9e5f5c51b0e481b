// Specifications without their data: tables that several of them draw stand in the page once.
import type { Json } from '../charts/chart.ts';

/** Specifications in which the `values` of every data set are a place in `tables`. */
export interface SharedSpecs {
  readonly tables: readonly Json[];
  readonly specs: readonly Json[];
}

const isTable = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A chart and its narrow form draw the same numbers. */
export function shareTables(specs: readonly Json[]): SharedSpecs {
  const places = new Map<string, number>();
  const placeOf = (values: Json): number => {
    const text = JSON.stringify(values);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const without = (spec: Json): Json => {
    if (!isTable(spec) || !Array.isArray(spec.data)) return spec;
    const data = spec.data.map((set: Json): Json => {
      const values = isTable(set) ? set.values : undefined;
      return isTable(set) && Array.isArray(values) ? { ...set, values: placeOf(values) } : set;
    });
    return { ...spec, data };
  };
  const bare = specs.map(without);
  return { tables: [...places.keys()].map((text) => JSON.parse(text) as Json), specs: bare };
}
