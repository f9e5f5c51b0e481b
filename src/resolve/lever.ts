// The input that a question on the command line moves, and how far it may go.
import { type Diagnostic, error, hasErrors, type Outcome, type Span } from '../diagnostics/index.ts';
import { showAmount } from '../units/index.ts';
import { cellOf, type ResolvedStudy, whole, yearOf } from './goal-side.ts';
import { settable } from './inputs.ts';
import { NAMED, readNamed } from './place.ts';
import type { InputQuantity } from './types.ts';
import { readBaseUnits } from './units.ts';

/** An input that may be moved, and how far. */
export interface Lever {
  readonly quantity: InputQuantity;
  readonly key: readonly string[];
  readonly cell: number;
  /** Moved in this year alone. */
  readonly year?: number | undefined;
  /** Ends of what it may be, in base units, where the question says them. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly span: Span;
}

const LEVER = new RegExp(String.raw`^\s*${NAMED}\s*$`);
/** The names under which the texts of a question are shown in messages. */
const LEVER_OPTION = '--by';
const END_OPTIONS = { low: '--from', high: '--to' } as const;

/**
 * Reads the name of an input to move; errors point into the text of the option.
 * @param ends as written: amounts in the input's unit
 */
export function readLever(
  text: string,
  ends: { readonly low?: string | undefined; readonly high?: string | undefined },
  asked: ResolvedStudy,
): Outcome<Lever> {
  const diagnostics: Diagnostic[] = [];
  const { program } = asked;
  const span = whole(LEVER_OPTION, text);
  const [, name, inside = ''] = LEVER.exec(text) ?? [];
  if (name === undefined)
    return {
      diagnostics: [
        error('goal/form', 'what is moved is an input, written name, name[element] or name[year]', span, {
          help: 'for example --by carbon_price',
        }),
      ],
    };
  const named = readNamed(text, name, inside, LEVER_OPTION);
  const quantity = settable(name, named.name.span, { ...program, diagnostics }, new Set());
  if (quantity === undefined) return { diagnostics };
  const year = yearOf(named, quantity, asked, diagnostics);
  const place = cellOf(named, quantity, asked, diagnostics);
  const end = (which: 'low' | 'high'): number | undefined => {
    const written = ends[which];
    const file = END_OPTIONS[which];
    if (written === undefined) return undefined;
    const at = whole(file, written);
    const value = readBaseUnits(written, at, quantity, program.units, diagnostics);
    const [least, most] = quantity.within ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (value === undefined || (value >= least && value <= most)) return value;
    const bounds = [least, most].map((bound) => showAmount(bound, quantity.unit)).join(' to ');
    diagnostics.push(
      error('value/bounds', `${name} may be ${bounds}`, at, {
        also: [{ span: quantity.span, text: 'its bounds' }],
      }),
    );
    return undefined;
  };
  const [low, high] = [end('low'), end('high')];
  if (low !== undefined && high !== undefined && low >= high)
    diagnostics.push(
      error('value/range', '--from is below --to', whole(END_OPTIONS.low, ends.low ?? ''), {
        also: [{ span: whole(END_OPTIONS.high, ends.high ?? '') }],
      }),
    );
  if (hasErrors(diagnostics) || place === undefined) return { diagnostics };
  const isOneYear = quantity.over === 'years' && year !== undefined;
  return {
    value: { quantity, ...place, year: isOneYear ? year.value : undefined, low, high, span },
    diagnostics,
  };
}
