// Quantities with places as the command line writes them, `sold[rods, 2030]`: name, element of each set, year.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import type { Located } from '../parse/index.ts';
import type { Quantity, SetDefinition } from './types.ts';

/** An element or a year; in quotes always an element. */
const PLACE = String.raw`(?:"[^"]+"|[^"\s,\]][^",\]]*)`;
const PLACES = new RegExp(PLACE, 'g');

/** Two groups of a regular expression: the name, and what stands in brackets behind it. */
export const NAMED = String.raw`([a-z][a-z0-9_]*)\s*(?:\[\s*(${PLACE}\s*(?:,\s*${PLACE}\s*)*)\])?`;

export interface Named {
  readonly name: Located<string>;
  readonly years: readonly Located<number>[];
  readonly elements: readonly Located<string>[];
}

/** Reads what {@link NAMED} found in a text: the first name of the text, and what stands in the brackets behind it. */
export function readNamed(text: string, name: string, inside: string, file: string): Named {
  const start = text.indexOf(name);
  const at = text.indexOf('[') + 1;
  const places = [...inside.matchAll(PLACES)].map(({ 0: place, index }) => {
    const from = text.indexOf(inside, at) + index;
    return { value: place.trim(), span: { file, from, to: from + place.trimEnd().length } };
  });
  const isYear = ({ value }: Located<string>): boolean => /^\d{4}$/.test(value);
  return {
    name: { value: name, span: { file, from: start, to: start + name.length } },
    years: places.filter(isYear).map(({ value, span }) => ({ value: Number(value), span })),
    elements: places
      .filter((place) => !isYear(place))
      .map(({ value, span }) => ({ value: value.replace(/^"(.*)"$/, '$1'), span })),
  };
}

interface PlaceContext {
  readonly sets: ReadonlyMap<string, SetDefinition>;
  readonly diagnostics: Diagnostic[];
}

/**
 * The element that is named of each set, by the position of the set; undefined if it is not clear which.
 * @param instead what to do where an element stands in two of the sets, and where one set is named twice
 */
export function chooseElements(
  elements: readonly Located<string>[],
  { name, sets }: Pick<Quantity, 'name' | 'sets'>,
  instead: { readonly unclear: string; readonly twice: string },
  context: PlaceContext,
): ReadonlyMap<number, string> | undefined {
  const idsOf = (set: string): readonly string[] =>
    (context.sets.get(set)?.elements ?? []).map(({ id }) => id);
  const fail = (code: string, message: string, span: Span, help?: string): undefined => {
    context.diagnostics.push(error(code, message, span, { help }));
  };
  const chosen = new Map<number, string>();
  for (const { value, span } of elements) {
    const holders = sets.filter((set) => idsOf(set).includes(value));
    const [holder] = holders;
    if (holder === undefined)
      return fail(
        'set/element',
        `${value} is not an element of ${sets.join(' or ') || `${name}, which has no sets`}`,
        span,
        didYouMean(value, sets.flatMap(idsOf)),
      );
    if (holders.length > 1)
      return fail(
        'override/element',
        `${value} is an element of ${holders.join(' and of ')}`,
        span,
        instead.unclear,
      );
    const position = sets.indexOf(holder);
    const other = chosen.get(position);
    if (other !== undefined)
      return fail(
        'override/element',
        `${other} and ${value} are both elements of ${holder}`,
        span,
        instead.twice,
      );
    chosen.set(position, value);
  }
  return chosen;
}
