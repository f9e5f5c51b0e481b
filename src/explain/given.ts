// What a file says of one element of an input: its value as written, who says so, what it replaced.

import type { Origin, Program, ResolvedCell } from '../resolve/index.ts';
import { groundFrom } from './grounds.ts';
import type { GraphGiven, PlaceOf } from './types.ts';

export function givenBy(resolved: ResolvedCell, program: Program, placeOf: PlaceOf): GraphGiven {
  const { origin, observedUntil } = resolved;
  const { later } = origin;
  return {
    written: origin.written,
    at: placeOf(origin.span),
    layer: origin.layer,
    ground: origin.provenance === undefined ? undefined : groundFrom(origin.provenance, program),
    exceptions: (origin.exceptions ?? []).map(({ year, provenance }) => ({
      year,
      ground: groundFrom(provenance, program),
    })),
    later:
      later === undefined || observedUntil === undefined
        ? undefined
        : { after: observedUntil, ground: groundFrom(later, program) },
    note: origin.note,
    range: origin.rangeWritten,
    spread: origin.spread?.written,
    proxy: origin.proxy?.en,
    replaces: earlier(origin.replaces).map(({ written, layer, span }) => ({
      written,
      layer,
      at: placeOf(span),
    })),
  };
}

const earlier = (origin: Origin | undefined): readonly Origin[] =>
  origin === undefined ? [] : [origin, ...earlier(origin.replaces)];
