// What the parts of a register row are held against: bands, strategies, roles, the order of days.
import { didYouMean, error, type Span } from '../diagnostics/index.ts';
import type { RegisterFile } from '../parse/index.ts';
import type { ReportContext } from './reports.ts';
import type { Band, Level, Quantity } from './types.ts';

export interface RowContext extends ReportContext {
  readonly file: RegisterFile;
  readonly asOf: string;
  readonly impactOf: Quantity | undefined;
  readonly impactBands: readonly Band[];
  readonly likelihoodBands: readonly Band[];
  /** True if the study names a strategy for what is in place today. */
  readonly hasCurrent: boolean;
  readonly share: (text: string | number | undefined, span: Span) => number | undefined;
}

const BANDS = 5;

/** The band of a name, counted from 1. */
export function levelOf(
  name: string,
  list: readonly Band[],
  span: Span,
  { diagnostics }: ReportContext,
): Level {
  const index = list.findIndex((band) => band.name === name);
  const names = list.map((band) => band.name);
  // Bands that are not five are told where they stand.
  if (index < 0 && names.length === BANDS)
    diagnostics.push(
      error('register/band', `${name} is not one of the bands`, span, {
        help: didYouMean(name, names) ?? `bands: ${names.join(', ')}`,
      }),
    );
  return { name, level: index + 1 };
}

export function knownStrategy(name: string, span: Span, { strategies, diagnostics }: ReportContext): void {
  if (!strategies.includes(name))
    diagnostics.push(
      error('name/unknown', `the study has no strategy named ${name}`, span, {
        help: didYouMean(name, strategies),
      }),
    );
}

/** Two days that must not run backwards; days of the calendar compare as texts. */
export function inOrder(
  what: string,
  first: string,
  then: string,
  second: string,
  span: Span,
  { diagnostics }: RowContext,
): void {
  if (first > second)
    diagnostics.push(error('register/date', `${what} ${first}, after ${then}, ${second}`, span));
}

/**
 * A register names roles, since persons change and their names do not belong in a file for a board.
 * A role is written in small letters but for abbreviations (ESG, CFO), so a word with a capital and small letters reads as a name.
 */
export function role(text: string, span: Span, { diagnostics }: Pick<RowContext, 'diagnostics'>): void {
  if (text.trim() !== '' && !/\p{Lu}\p{Ll}/u.test(text)) return;
  diagnostics.push(
    error('register/role', `${JSON.stringify(text)} reads like a name: a register names roles`, span, {
      help: 'write the role in small letters, for example head of sales',
    }),
  );
}
