// A chart may show fewer years than the study has: an extreme of its headline names them where the study says otherwise outside.
import { type Language, say } from '../wording.ts';
import { distinct, type Line } from './data.ts';

/** Sums of lines with the same key, in the declared unit, over all years of the study. */
function sumsOf(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
): readonly ReadonlyMap<number, number>[] {
  const found = new Map<string, Map<number, number>>();
  for (const line of lines) {
    const own = found.get(keyOf(line)) ?? new Map<number, number>();
    found.set(keyOf(line), own);
    for (const [index, year] of line.series.years.entries())
      own.set(year, (own.get(year) ?? 0) + (line.series.values[index] ?? 0));
  }
  return [...found.values()];
}

const shownYears = (lines: readonly Line[]): readonly number[] =>
  distinct(lines.flatMap(({ years }) => [...years]));

/** Years that are not shown and in which lines with the same key come to more than in any year that is. */
export function largerOutside(lines: readonly Line[], keyOf: (line: Line) => string): readonly number[] {
  const shown = new Set(shownYears(lines));
  const all = sumsOf(lines, keyOf).flatMap((own) => [...own]);
  const most = Math.max(0, ...all.map(([year, sum]) => (shown.has(year) ? Math.abs(sum) : 0)));
  return distinct(all.flatMap(([year, sum]) => (!shown.has(year) && Math.abs(sum) > most ? [year] : [])));
}

/** Years before `year` that are not shown and in which something is not zero. */
export const movedBefore = (lines: readonly Line[], year: number): readonly number[] => {
  const shown = new Set(shownYears(lines));
  return distinct(
    lines.flatMap(({ series }) =>
      series.years.filter((each, index) => each < year && !shown.has(each) && series.values[index] !== 0),
    ),
  );
};

/**
 * `up to 2031`: the years shown, in words that stand behind the extreme in English and before it in Chinese; empty where it is one of all
 * years.
 * @param outside years that contradict it
 */
export function among(lines: readonly Line[], outside: readonly number[], language: Language): string {
  if (outside.length === 0) return '';
  const shown = shownYears(lines);
  const [first, last] = [Math.min(...shown), Math.max(...shown)];
  if (outside.some((year) => year > first && year < last))
    return say(language, ' of the years shown', '所示年份中');
  const [before, after] = [outside.some((year) => year < first), outside.some((year) => year > last)];
  if (before && after) return say(language, ` from ${first} to ${last}`, `${first} 至 ${last} 年`);
  return before
    ? say(language, ` from ${first} on`, `${first} 年起`)
    : say(language, ` up to ${last}`, `截至 ${last} 年`);
}
