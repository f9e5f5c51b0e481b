// What the report holds as data, and whether the numbers below a chart are those that its picture shows.

import { read } from '../../src/render/report/sparing.ts';
import type { ReportData } from '../../src/render/report/types.ts';

export function dataIn(html: string): ReportData {
  const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html) ?? [];
  return read(json);
}

/** All numbers and texts of what a picture shows. */
function within(shows: unknown): {
  readonly numbers: readonly number[];
  readonly texts: ReadonlySet<string>;
} {
  const numbers: number[] = [];
  const texts = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'number') numbers.push(value);
    else if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(shows);
  return { numbers, texts };
}

/** Rows that add up what the picture shows piece by piece. */
const SUMMED = /Sum|Total|Costs less|All inputs/;

/** How many cells of the table below a chart were held against its picture, and the texts that the picture does not show. */
export function drawnIn(
  figure: ReportData['figures'][number],
  shows: unknown,
): { readonly cells: number; readonly undrawn: readonly string[] } {
  const { numbers, texts } = within(shows);
  const isDrawn = (text: string): boolean => {
    const plain = text.replaceAll(',', '').replace('−', '-');
    const value = Number(plain.replace(/ ?%|\+/g, ''));
    const slack = 0.5000001 * 10 ** -(text.split('.')[1]?.replace(/\D/g, '').length ?? 0);
    return texts.has(text) || numbers.some((number) => Math.abs(number - value) <= slack);
  };
  const cells = figure.lines
    .filter(({ labels }) => !labels.some((label) => SUMMED.test(label)))
    .flatMap(({ readings }) => readings.map(({ text }) => text))
    .filter((text) => text !== '');
  return { cells: cells.length, undrawn: cells.filter((text) => !isDrawn(text)) };
}
