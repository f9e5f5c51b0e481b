// Chart kind `waterfall`: what adds to and is taken from a total in one year.

import type { ChartRequest, Findings } from '../../analyse/index.ts';
import { clauses, type Language, say } from '../wording.ts';
import { asWaterfall } from './bodies.ts';
import { type Case, casesOf } from './cases.ts';
import type { Sketching } from './chart.ts';
import { labelOf, type Shown, select, valueAt, yearOf } from './data.ts';
import { everyCase } from './every.ts';
import { largest, leaders } from './leaders.ts';
import { fixed, signed } from './numbers.ts';
import { briefUnit } from './units.ts';
import type { Step } from './waterfall_panels.ts';

/** Bars below each other that stay apart in one picture. */
const MOST_ROWS = 22;
const MOST_STEPS = 10;

/** What adds to and is taken from the total in one case. */
export function stepsOf(
  one: Case,
  total: string,
  request: ChartRequest,
  findings: Findings,
  shown: Shown,
  year: number,
  language: Language,
): Step[] {
  // What adds comes before what is taken, so that bars hang below zero only where the total does.
  const parts = (findings.totals.get(total) ?? []).toSorted((one, other) => other.sign - one.sign);
  return parts.map((part) => ({
    key: part.quantity,
    name: labelOf(request, findings, part.quantity, language),
    value:
      part.sign *
      shown.lines
        .filter(
          (line) =>
            line.quantity === part.quantity &&
            line.scenario === one.scenario.name &&
            line.strategy === one.strategy.name,
        )
        .reduce((sum, line) => sum + valueAt(line, year), 0),
  }));
}

/** Leaves out what is zero everywhere and puts the smallest together where there are too many. */
export function tidy(
  all: readonly (readonly Step[])[],
  rows: number,
  language: Language,
): { steps: Step[][]; zero: string[] } {
  const first = all[0] ?? [];
  const size = first.map((_, index) =>
    Math.max(0, ...all.map((steps) => Math.abs(steps[index]?.value ?? 0))),
  );
  const zero = first.filter((_, index) => size[index] === 0).map((step) => step.name);
  const seen = first.map((_, index) => index).filter((index) => (size[index] ?? 0) > 0);
  const bySize = [...seen].sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0));
  // One bar of each row is its total.
  const most = Math.max(2, Math.min(MOST_STEPS, Math.floor(MOST_ROWS / rows) - 1));
  const kept = new Set(bySize.slice(0, seen.length > most ? most - 1 : most));
  const rest = seen.filter((index) => !kept.has(index));
  const steps = all.map((own) => {
    const drawn = own.filter((_, index) => kept.has(index));
    if (rest.length === 0) return drawn;
    const value = rest.reduce((sum, index) => sum + (own[index]?.value ?? 0), 0);
    return [
      ...drawn,
      { key: '', name: say(language, `Other (${rest.length})`, `其他（${rest.length} 项）`), value },
    ];
  });
  return { steps, zero };
}

/** The total, its range over the cases, and what contributes most. */
function headline(
  name: string,
  all: readonly (readonly Step[])[],
  year: number,
  shown: Shown,
  every: string,
  language: Language,
): string {
  const sums = all.map((steps) => steps.reduce((sum, step) => sum + step.value, 0));
  const unit = briefUnit(shown.unit, language);
  const low = fixed(Math.min(...sums), shown.decimals);
  const high = fixed(Math.max(...sums), shown.decimals);
  if (all.every((steps) => steps.every((step) => step.value === 0))) {
    return say(
      language,
      `${name} in ${year}: zero, nothing adds to it`,
      `${year} 年${name}为零：没有任何构成项`,
    );
  }
  const amount =
    low === high
      ? say(language, `${name} in ${year}: ${low}${unit}`, `${year} 年${name}为 ${low}${unit}`)
      : say(
          language,
          `${name} in ${year}: ${low} to ${high}${unit}`,
          `${year} 年${name}为 ${low} 至 ${high}${unit}`,
        );
  return clauses([amount, mover(all, shown, every, language)], language);
}

/** One case: its largest contribution with its sign; several: what is largest in most of them. */
function mover(all: readonly (readonly Step[])[], shown: Shown, every: string, language: Language): string {
  const only = all.length === 1 ? largest(all[0] ?? []) : undefined;
  if (!only) return leaders(all, language, every);
  const value = signed(only.value, shown.decimals);
  return say(language, `the largest part is ${only.name}, ${value}`, `其中${only.name}最大，为 ${value}`);
}

export const waterfall: Sketching = (request, findings, language) => {
  const total = request.quantities[0] ?? '';
  const year = yearOf(request, findings);
  const parts = (findings.totals.get(total) ?? []).map((part) => part.quantity);
  const own = request.scale.get(total) ?? 1;
  // Contributions are in the total's unit: it is their scale too, unless the chart states one for them.
  const scale = new Map([...parts, total].map((name) => [name, request.scale.get(name) ?? own] as const));
  const shown = select({ ...request, quantities: parts, years: [year], scale }, findings, language, true);
  const made = casesOf(shown, language);
  const all = made.cases.map((one) => stepsOf(one, total, request, findings, shown, year, language));
  const { steps, zero } = tidy(all, made.rows.length, language);
  const name = labelOf(request, findings, total, language);
  const nothing =
    zero.length === 0
      ? []
      : [say(language, `Zero in ${year}: ${zero.join(', ')}.`, `${year} 年为零：${zero.join('、')}。`)];
  return {
    headline: headline(name, steps, year, shown, everyCase(shown, made, language), language),
    facts: [...made.common, say(language, `${year}`, `${year} 年`)],
    unit: shown.unit,
    notes: nothing,
    left: made.left,
    ...asWaterfall({
      columns: made.columns,
      rows: made.rows,
      panels: steps,
      total: say(language, 'Total', '合计'),
      decimals: shown.decimals,
    }),
  };
};
