// A chart's headline with its numbers open: each leads to the number that the chart draws and that reads the same.

import type { Findings, Title } from '../../analyse/index.ts';
import { type Language, named } from '../wording.ts';
import type { Drawn } from './drawn/index.ts';
import type { Pieces, Reading } from './types.ts';

const NUMBER = /[+−]?\d[\d,]*(?:\.\d+)?(?: ?%)?/g;
const isYear = (text: string): boolean => /^(?:19|20|21)\d\d$/.test(text);

/** A name with a number in it, such as that of a scenario, is no number. */
function maskedBy(names: readonly string[], text: string): string {
  return names
    .filter((name) => /\d/.test(name))
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name, '_'.repeat(name.length)), text);
}

export function linked(
  headline: string,
  { head, lines, also }: Drawn,
  titles: readonly Title[],
  { scenarios, strategies, quantities }: Findings,
  language: Language,
): Pieces {
  const names = [
    ...titles,
    ...[...scenarios, ...strategies, ...quantities.values()].map(({ title }) => title),
  ];
  const masked = maskedBy(
    [
      ...names.map((title) => named(title, language)),
      ...lines.flatMap(({ labels }) => labels).filter((one) => !isYear(one)),
    ],
    headline,
  );
  const years = new Set(headline.match(/\d{4}/g) ?? []);
  // A table of years has the number in a year that the headline names.
  const inYear = (labels: readonly string[], column: number): boolean => {
    const year = [head[column] ?? '', ...labels].find(isYear);
    return year === undefined || years.has(year);
  };
  const known = [
    ...lines.flatMap(({ labels, readings }) => readings.filter((_, column) => inYear(labels, column))),
    ...also,
  ].filter(({ spots, account }) => spots.length > 0 || account !== undefined);
  const bare = (text: string): string => text.replace(/ ?%$/, '');
  const pieces: (string | Reading)[] = [];
  let from = 0;
  for (const { 0: text, index } of masked.matchAll(NUMBER)) {
    const found = isYear(text) ? undefined : known.find((one) => bare(one.text) === bare(text));
    if (found === undefined) continue;
    pieces.push(headline.slice(from, index), { ...found, text });
    from = index + text.length;
  }
  return [...pieces, headline.slice(from)].filter((piece) => piece !== '');
}
