// Chart kind `stacks`: several quantities stacked over years, one panel for each scenario and strategy.

import { clauses, type Language, say } from '../wording.ts';
import { asStacks } from './bodies.ts';
import { casesOf, partsByCase } from './cases.ts';
import type { Sketching } from './chart.ts';
import { distinct, labelOf, type Shown, select, topic } from './data.ts';
import { everyCase } from './every.ts';
import { leaders } from './leaders.ts';
import { fixed } from './numbers.ts';
import type { Part } from './stack_panels.ts';
import { briefUnit } from './units.ts';

const total = (parts: readonly Part[], year: number): number =>
  parts.reduce((sum, part) => sum + (part.values[year] ?? 0), 0);

/** First and last totals over all cases, and the part that is largest in most of them. */
function headline(
  name: string,
  all: readonly (readonly Part[])[],
  years: readonly number[],
  shown: Shown,
  every: string,
  language: Language,
): string {
  const last = years.length - 1;
  const say0 = (value: number) => fixed(value, shown.decimals);
  const ends = all.map((parts) => total(parts, last));
  const low = say0(Math.min(...ends));
  const high = say0(Math.max(...ends));
  const year = years[last] ?? '';
  const unit = briefUnit(shown.unit, language);
  const several = all.length > 1;
  const everyZero = all.every((parts) => parts.every((part) => (part.values[last] ?? 0) === 0));
  if (all.length === 0 || everyZero) {
    return say(
      language,
      `${name}: zero in ${year}${several ? ` in ${every}` : ''}`,
      `${name}：${year} 年${several ? `${every}均` : ''}为零`,
    );
  }
  const starts = distinct(all.map((parts) => say0(total(parts, 0))));
  const from =
    starts.length === 1 && last > 0
      ? say(language, `, from ${starts[0]} in ${years[0]}`, `（${years[0]} 年为 ${starts[0]}）`)
      : '';
  const amount =
    low === high
      ? say(
          language,
          `${low}${unit} in ${year}${several ? ` in ${every}` : ''}`,
          `${year} 年${several ? `${every}均` : ''}为 ${low}${unit}`,
        )
      : say(language, `${low} to ${high}${unit} in ${year}`, `${year} 年为 ${low} 至 ${high}${unit}`);
  const parts = all.map((own) => own.map((part) => ({ name: part.name, value: part.values[last] ?? 0 })));
  return clauses(
    [say(language, `${name}: `, `${name}：`) + amount + from, leaders(parts, language, every)],
    language,
  );
}

export const stacks: Sketching = (request, findings, language) => {
  const shown = select(request, findings, language, true);
  const years = distinct(shown.lines.flatMap((line) => [...line.years])).sort((a, b) => a - b);
  const made = casesOf(shown, language);
  const keys = request.quantities.map((key) => ({ key, name: labelOf(request, findings, key, language) }));
  const all = partsByCase(shown, made.cases, keys, (line) => line.quantity, years, language);
  const title = topic(request, '', language);
  return {
    headline: headline(title, all, years, shown, everyCase(shown, made, language), language),
    facts: made.common,
    unit: shown.unit,
    notes: [],
    left: made.left,
    ...asStacks({
      years,
      columns: made.columns,
      rows: made.rows,
      panels: all.map((parts) => ({ parts })),
      decimals: shown.decimals,
      netLabel: say(language, 'net', '净额'),
    }),
  };
};
