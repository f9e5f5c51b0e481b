// Chart kind `compare`: several quantities side by side for each element of their set in one year.
import type { ChartRequest } from '../../analyse/index.ts';
import { clauses, type Language, named, say } from '../wording.ts';
import { asGroups } from './bodies.ts';
import { type Case, casesOf, sameFor, withoutRepeats } from './cases.ts';
import type { Sketching } from './chart.ts';
import { distinct, labelOf, type Shown, select, valueAt, yearOf } from './data.ts';
import { fixed } from './numbers.ts';
import { PARTS, pick } from './theme.ts';
import { briefUnit } from './units.ts';

/** For each element the value of each quantity in one case; the check stage sees to it that all have the same elements. */
function valuesOf(
  one: Case,
  items: readonly string[],
  request: ChartRequest,
  shown: Shown,
  year: number,
): readonly (readonly number[])[] {
  const own = shown.lines.filter(
    (line) => line.scenario === one.scenario.name && line.strategy === one.strategy.name,
  );
  return items.map((item) =>
    request.quantities.map((quantity) => {
      const line = own.find((candidate) => candidate.item === item && candidate.quantity === quantity);
      return line ? valueAt(line, year) : 0;
    }),
  );
}

/** The range of each quantity over elements and cases. */
function headline(
  all: readonly (readonly (readonly number[])[])[],
  names: readonly string[],
  year: number,
  request: ChartRequest,
  shown: Shown,
  language: Language,
): string {
  if (all.every((groups) => groups.length === 0))
    return say(language, 'No values to show', '没有可显示的数值');
  const about = named(request.title, language);
  const ranges = names.map((name, place) => {
    const values = all.flatMap((groups) => groups.map((group) => group[place] ?? 0));
    const low = fixed(Math.min(...values), shown.decimals);
    const high = fixed(Math.max(...values), shown.decimals);
    return low === high
      ? say(language, `${name} ${high}`, `${name}为 ${high}`)
      : say(language, `${name} ${low} to ${high}`, `${name}为 ${low} 至 ${high}`);
  });
  const head = say(language, `${about} in ${year}: `, `${year} 年${about}：`);
  return head + clauses(ranges, language) + briefUnit(shown.unit, language);
}

export const compare: Sketching = (request, findings, language) => {
  const year = yearOf(request, findings);
  const asked = select({ ...request, years: [year] }, findings, language);
  const shown = withoutRepeats(asked);
  const made = casesOf(shown, language);
  const keys = distinct(shown.lines.map((line) => line.item));
  const items = keys.map((key) => {
    const line = shown.lines.find((one) => one.item === key);
    return line ? named(line.series.itemTitle, language) : key;
  });
  const names = request.quantities.map((quantity) => labelOf(request, findings, quantity, language));
  const all = made.cases.map((one) => valuesOf(one, keys, request, shown, year));
  return {
    headline: headline(all, names, year, request, shown, language),
    facts: [...sameFor(shown, asked, made, language), say(language, `${year}`, `${year} 年`)],
    unit: shown.unit,
    notes: [],
    left: made.left,
    ...asGroups({
      groups: items,
      bars: names.map((name, index) => ({ name, color: pick(PARTS, index) })),
      columns: made.columns,
      rows: made.rows,
      panels: all.map((values) => ({ values, below: values.map(() => '') })),
      decimals: shown.decimals,
      key: true,
    }),
  };
};
