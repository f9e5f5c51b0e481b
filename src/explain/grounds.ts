// Who says so: provenance as the files write it -> a source by its full name, or a reason.

import type { Provenance } from '../parse/index.ts';
import type { Program, Source } from '../resolve/index.ts';
import type { Ground } from './types.ts';

export const nameOf = (source: Source | undefined, key: string): string =>
  source === undefined ? key : `${source.publisher}: ${source.title}`;

export function groundFrom(provenance: Provenance, { sources }: Pick<Program, 'sources'>): Ground {
  const { confidence } = provenance;
  return provenance.kind === 'assumed'
    ? { kind: 'assumed', why: provenance.why, confidence }
    : {
        kind: 'source',
        key: provenance.key,
        name: nameOf(sources.get(provenance.key), provenance.key),
        place: provenance.place,
        derived: provenance.derived,
        confidence,
      };
}
