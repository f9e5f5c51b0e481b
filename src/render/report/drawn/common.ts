// What the tables of all kinds of charts share: a table of numbers that open, a number on a line, a sum.

import type { ChartRequest } from '../../../analyse/index.ts';
import type { Line, Shown } from '../../charts/data.ts';
import { fixed } from '../../charts/numbers.ts';
import { numberOf, type Telling, told } from '../../opening.ts';
import { named, say } from '../../wording.ts';
import type { Reading } from '../types.ts';

export interface Drawn {
  /** Over the columns of numbers. */
  readonly head: readonly string[];
  readonly lines: readonly { readonly labels: readonly string[]; readonly readings: readonly Reading[] }[];
  readonly unit: string;
  /** Numbers of the headline that the drawing shows without writing them. */
  readonly also: readonly Reading[];
}

export interface Asked extends Telling {
  readonly request: ChartRequest;
  /** Years that the headline names. */
  readonly named: readonly number[];
}

export const NONE: Drawn = { head: [], lines: [], unit: '', also: [] };
/** A number that is not there. */
export const BLANK: Reading = { text: '', each: 0, spots: [] };

export const label = (name: string, { request, findings, language }: Asked): string => {
  const title = request.labels.get(name) ?? findings.quantities.get(name)?.title;
  return title === undefined ? name : named(title, language);
};

/** A value of a line, in the unit shown. */
export function onLine(line: Line, year: number, shown: Shown, asked: Asked, text = fixed): Reading {
  const at = line.years.length === 1 ? 0 : line.years.indexOf(year);
  const value = line.values[at];
  if (value === undefined) return BLANK;
  const { quantity, item } = line;
  const one = 1 / shown.convert(quantity, 1);
  const unit = { name: shown.unit, factor: one };
  return numberOf(
    text(value, shown.decimals),
    { quantity, item, year },
    line,
    { value: value * one, unit },
    asked,
  );
}

/** The sum of numbers that are drawn together. */
export const sumOf = (
  of: readonly (readonly [string, Reading])[],
  value: number,
  title: string,
  { decimals, unit }: Shown,
  { language }: Telling,
): Reading =>
  told(fixed(value, decimals), {
    title,
    about: say(language, 'The sum of these numbers.', '以下数值之和。'),
    unit,
    of,
  });
