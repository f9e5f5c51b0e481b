// Who says so: reads source or assumed, with confidence, wherever a file states them.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import { keyAt, type Path, type Spans, spanAt } from './spans.ts';
import type { Confidence, Provenance } from './value-types.ts';

interface ProvenanceKeys {
  readonly source?: readonly string[] | undefined;
  readonly assumed?: string | undefined;
  readonly derived?: string | undefined;
  readonly confidence?: Confidence | undefined;
}

/** A place with a comma in it, which the list cuts into parts, as it was written. */
export const wholePlace = (parts: readonly string[]): string => parts.join(', ');

/** Undefined where nothing is stated; both at once, or an assumption without confidence, is an error. */
export function readProvenance(
  keys: ProvenanceKeys,
  spans: Spans,
  path: Path,
): { readonly provenance?: Provenance; readonly diagnostics: readonly Diagnostic[] } {
  const { source, assumed, derived, confidence } = keys;
  if (derived !== undefined && source === undefined)
    return {
      diagnostics: [
        error('source/derived', 'derived from what? source is missing', keyAt(spans, ...path, 'derived'), {
          help:
            assumed === undefined
              ? 'add source: [key, place] beside derived: how'
              : 'an assumption says in assumed how it was reached; derived stands beside a source',
        }),
      ],
    };
  if (source !== undefined && assumed !== undefined)
    return {
      diagnostics: [
        error('source/both', 'a value is either sourced or assumed', keyAt(spans, ...path, 'assumed')),
      ],
    };
  if (source !== undefined) {
    const [key = '', ...place] = source;
    return {
      provenance: {
        kind: 'source',
        key,
        place: wholePlace(place),
        ...(derived === undefined ? {} : { derived }),
        confidence: confidence ?? 'high',
        span: spanAt(spans, ...path, 'source'),
      },
      diagnostics: [],
    };
  }
  if (assumed !== undefined) {
    if (confidence === undefined)
      return {
        diagnostics: [
          error('source/confidence', 'an assumption says how sure it is', keyAt(spans, ...path, 'assumed'), {
            help: 'add confidence: high, medium or low',
          }),
        ],
      };
    return {
      provenance: { kind: 'assumed', why: assumed, confidence, span: spanAt(spans, ...path, 'assumed') },
      diagnostics: [],
    };
  }
  if (confidence !== undefined)
    return {
      diagnostics: [
        error(
          'source/missing',
          'confidence in what? source or assumed is missing',
          keyAt(spans, ...path, 'confidence'),
        ),
      ],
    };
  return { diagnostics: [] };
}
