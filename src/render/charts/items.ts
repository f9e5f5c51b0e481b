// Chart kind `items`: one quantity by the elements of its set over years; ratios as lines, amounts as stacks.

import type { ChartRequest } from '../../analyse/index.ts';
import { clauses, type Language, named, say } from '../wording.ts';
import { asLines, asStacks } from './bodies.ts';
import {
  type Case,
  type Cases,
  caseName,
  casesOf,
  type NamedKey,
  partsByCase,
  sameFor,
  withoutRepeats,
} from './cases.ts';
import type { Sketch, Sketching } from './chart.ts';
import { distinct, type Shown, select, topic, valueAt } from './data.ts';
import { everyCase } from './every.ts';
import { fixed } from './numbers.ts';
import type { Part } from './stack_panels.ts';
import { LINES, pick } from './theme.ts';
import { briefUnit, isIntensive, signOf } from './units.ts';
import { among, largerOutside } from './window.ts';

function keysOf(shown: Shown, language: Language): NamedKey[] {
  return distinct(shown.lines.map((line) => line.item)).map((key) => {
    const line = shown.lines.find((one) => one.item === key);
    return { key, name: line && key !== '' ? named(line.series.itemTitle, language) : key };
  });
}

const total = (parts: readonly Part[], index: number): number =>
  parts.reduce((sum, part) => sum + (part.values[index] ?? 0), 0);

interface Peak {
  readonly index: number;
  readonly of: Case | undefined;
  readonly parts: readonly Part[];
}

/** The case and the year of the largest total: the last year unless an earlier one is larger. */
function peakOf(all: readonly (readonly Part[])[], cases: readonly Case[], years: readonly number[]): Peak {
  let best: Peak = { index: years.length - 1, of: cases[0], parts: all[0] ?? [] };
  for (const [place, parts] of all.entries()) {
    for (let index = years.length - 1; index >= 0; index -= 1) {
      if (Math.abs(total(parts, index)) > Math.abs(total(best.parts, best.index))) {
        best = { index, of: cases[place], parts };
      }
    }
  }
  return best;
}

/** The largest element at the peak, and where the peak is. */
function stackHeadline(
  name: string,
  all: readonly (readonly Part[])[],
  made: Cases,
  years: readonly number[],
  shown: Shown,
  language: Language,
): string {
  const larger = among(
    shown.lines,
    largerOutside(shown.lines, ({ scenario, strategy }) => [scenario, strategy].join('\n')),
    language,
  );
  const peak = peakOf(all, made.cases, years);
  const sum = total(peak.parts, peak.index);
  const year = years[peak.index] ?? '';
  const first = [...peak.parts].sort(
    (a, b) => Math.abs(b.values[peak.index] ?? 0) - Math.abs(a.values[peak.index] ?? 0),
  )[0];
  if (!first || sum === 0) {
    const every = everyCase(shown, made, language);
    return say(
      language,
      `${name} is zero in ${every} and year${larger}`,
      `${name}${larger}在${every}各年均为零`,
    );
  }
  const amount = fixed(sum, shown.decimals) + briefUnit(shown.unit, language);
  const own = fixed(first.values[peak.index] ?? 0, shown.decimals);
  const where = peak.of && made.cases.length > 1 ? caseName(peak.of, made, language) : '';
  const last = peak.index === years.length - 1;
  const of = where === '' ? '' : say(language, ` (${where})`, `（${where}）`);
  const most = where === '' ? '' : say(language, 'at most ', '最高');
  const inLast = say(
    language,
    `${name} in ${year}: ${most}${amount}${of}`,
    `${year} 年${name}${most}为 ${amount}${of}`,
  );
  const peaks =
    larger === ''
      ? say(
          language,
          `${name} peaks at ${amount} in ${year}${of}`,
          `${name} ${year} 年达到峰值 ${amount}${of}`,
        )
      : say(
          language,
          `${name}: the highest${larger} is ${amount} in ${year}${of}`,
          `${name}：${larger}以 ${year} 年最高，为 ${amount}${of}`,
        );
  const part = say(language, `the largest part is ${first.name}, ${own}`, `其中${first.name}最大，为 ${own}`);
  return clauses([last ? inLast : peaks, part], language);
}

/** The element with the highest ratio in the last year, in the case where it is highest. */
function lineHeadline(
  name: string,
  keys: readonly NamedKey[],
  made: Cases,
  year: number,
  shown: Shown,
  language: Language,
): string {
  const here = shown.lines.filter((line) =>
    made.cases.some((one) => one.scenario.name === line.scenario && one.strategy.name === line.strategy),
  );
  const best = here.reduce<(typeof here)[number] | undefined>(
    (most, line) => (most === undefined || valueAt(line, year) > valueAt(most, year) ? line : most),
    undefined,
  );
  if (!best) return say(language, 'No values to show', '没有可显示的数值');
  const value = fixed(valueAt(best, year), shown.decimals) + briefUnit(shown.unit, language);
  const all = here.map((line) => fixed(valueAt(line, year), shown.decimals));
  if (here.length > 1 && distinct(all).length === 1) {
    return say(
      language,
      `${name}: ${value} in ${year} for every item`,
      `${name}：${year} 年各项均为 ${value}`,
    );
  }
  const element = keys.find((one) => one.key === best.item)?.name ?? best.item;
  const of = made.cases.find(
    (one) => one.scenario.name === best.scenario && one.strategy.name === best.strategy,
  );
  const where =
    of && made.cases.length > 1
      ? say(language, ` (${caseName(of, made, language)})`, `（${caseName(of, made, language)}）`)
      : '';
  return say(
    language,
    `${name}: highest for ${element}, ${value} in ${year}${where}`,
    `${name}：${element}最高，${year} 年为 ${value}${where}`,
  );
}

/** Ratios: lines, one panel for each case. */
function lines(
  request: ChartRequest,
  shown: Shown,
  made: Cases,
  keys: readonly NamedKey[],
  years: readonly number[],
  language: Language,
): Pick<Sketch, 'headline' | 'draw' | 'shows'> {
  const panels = made.cases.map((one, index) => ({
    title: made.cases.length === 1 ? '' : (made.columns[index % made.columns.length] ?? ''),
    lines: keys.flatMap(({ key, name }, index) =>
      shown.lines
        .filter(
          (line) =>
            line.item === key && line.scenario === one.scenario.name && line.strategy === one.strategy.name,
        )
        .map((line) => ({ name, color: pick(LINES, index), years: line.years, values: line.values })),
    ),
  }));
  return {
    headline: lineHeadline(topic(request, '', language), keys, made, years.at(-1) ?? 0, shown, language),
    ...asLines({
      panels,
      rows: made.rows,
      decimals: shown.decimals,
      sign: signOf(shown.unit, language),
      language,
    }),
  };
}

export const items: Sketching = (request, findings, language) => {
  const apart = isIntensive(request.unit);
  const asked = select(request, findings, language, !apart);
  const shown = withoutRepeats(asked);
  const years = distinct(shown.lines.flatMap((line) => [...line.years])).sort((a, b) => a - b);
  const made = casesOf(shown, language);
  const keys = keysOf(shown, language);
  const common = {
    facts: sameFor(shown, asked, made, language),
    unit: shown.unit,
    notes: [],
    left: made.left,
  };
  if (apart) return { ...common, ...lines(request, shown, made, keys, years, language) };
  const all = partsByCase(shown, made.cases, keys, (line) => line.item, years, language);
  return {
    ...common,
    headline: stackHeadline(topic(request, '', language), all, made, years, shown, language),
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
