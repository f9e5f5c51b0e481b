// Chart kind `abatement_curve`: what each tonne avoided costs, cheapest first, as wide as the tonnes, against a carbon price.
import type { ChartRequest, Findings } from '../../analyse/index.ts';
import { clauses, type Language, listed, named, say } from '../wording.ts';
import { type Bar, type CurvePanel, cutOff, type Level } from './abatement_curve_panels.ts';
import { asCurves } from './bodies.ts';
import { type Case, casesOf } from './cases.ts';
import type { Sketching } from './chart.ts';
import { distinct, labelOf, type Shown, select, valueAt, yearOf } from './data.ts';
import { fixed } from './numbers.ts';
import { PARTS, pick } from './theme.ts';
import { briefUnit, percentSign } from './units.ts';

interface Made {
  readonly panel: CurvePanel;
  /** Names of what avoids nothing in this case. */
  readonly nothing: readonly string[];
}

function panelOf(
  one: Case,
  heights: Shown,
  widths: Shown,
  request: ChartRequest,
  findings: Findings,
  year: number,
  language: Language,
): Made {
  const own = (shown: Shown) =>
    shown.lines.filter((line) => line.scenario === one.scenario.name && line.strategy === one.strategy.name);
  const [measured = '', ...compared] = request.quantities;
  const bars = own(heights)
    .filter((line) => line.quantity === measured)
    .map((line, index): Bar => {
      const wide = own(widths).find(({ item }) => item === line.item);
      return {
        name: named(line.series.itemTitle, language),
        color: pick(PARTS, index),
        height: valueAt(line, year),
        width: wide === undefined ? 0 : valueAt(wide, year),
      };
    });
  const levels = own(heights)
    .filter((line) => compared.includes(line.quantity))
    .map(
      (line): Level => ({
        name: labelOf(request, findings, line.quantity, language),
        value: valueAt(line, year),
      }),
    );
  return {
    panel: {
      bars: bars.filter(({ width }) => width > 0).toSorted((a, b) => a.height - b.height),
      levels,
    },
    nothing: bars.filter(({ width }) => width <= 0).map(({ name }) => name),
  };
}

const widthOf = (bars: readonly Bar[]): number => bars.reduce((sum, { width }) => sum + width, 0);

/** `46.3 to 52.1 kt`, or one amount where both ends read alike. */
function range(values: readonly number[], decimals: number, unit: string, language: Language): string {
  const [low, high] = [fixed(Math.min(...values), decimals), fixed(Math.max(...values), decimals)];
  return low === high
    ? `${low}${unit}`
    : say(language, `${low} to ${high}${unit}`, `${low} 至 ${high}${unit}`);
}

/** A share in percent, cut and never rounded up: 99.97 % is not all of it. */
function percent(shares: readonly number[], language: Language): string {
  const cut = shares.map((share) => Math.floor(share * 100 + 1e-9));
  return range(cut, 0, percentSign(language), language);
}

/** How much of it pays for itself, or costs less than the first level. */
function worth(panels: readonly CurvePanel[], language: Language): string {
  const share = (panel: CurvePanel, below: number) =>
    widthOf(panel.bars.filter(({ height }) => height < below)) / widthOf(panel.bars);
  if (panels.every((panel) => share(panel, 0) === 1))
    return say(language, 'all of it saves money', '全部可节省成本');
  const level = panels[0]?.levels[0];
  const below = (panel: CurvePanel) => share(panel, level === undefined ? 0 : (panel.levels[0]?.value ?? 0));
  const shares = panels.map(below);
  const all = shares.every((one) => one === 1);
  if (level === undefined)
    return say(
      language,
      `${percent(shares, language)} of it saves money`,
      `其中 ${percent(shares, language)} 可节省成本`,
    );
  return all
    ? say(language, `all of it costs less than the ${level.name}`, `成本全部低于${level.name}`)
    : say(
        language,
        `${percent(shares, language)} of it costs less than the ${level.name}`,
        `其中 ${percent(shares, language)} 的成本低于${level.name}`,
      );
}

function headline(panels: readonly CurvePanel[], year: number, widths: Shown, language: Language): string {
  const drawn = panels.filter(({ bars }) => bars.length > 0);
  if (drawn.length === 0) return say(language, `Nothing is avoided in ${year}`, `${year} 年无减排量`);
  const amount = range(
    panels.map(({ bars }) => widthOf(bars)),
    widths.decimals,
    briefUnit(widths.unit, language),
    language,
  );
  return clauses(
    [say(language, `Avoided in ${year}: ${amount}`, `${year} 年减排 ${amount}`), worth(drawn, language)],
    language,
  );
}

/** What no picture can show: measures that avoid nothing, in every case or in some. */
function absent(made: readonly Made[], year: number, language: Language): string[] {
  const names = distinct(made.flatMap(({ nothing }) => nothing));
  const always = names.filter((name) => made.every(({ nothing }) => nothing.includes(name)));
  const sometimes = names.filter((name) => !always.includes(name));
  const say2 = (list: readonly string[], en: string, zh: string) =>
    list.length === 0
      ? []
      : [say(language, `${en}: ${listed(list, language)}.`, `${zh}：${listed(list, language)}。`)];
  return [
    ...say2(always, `Avoid nothing in ${year}`, `${year} 年无减排量`),
    ...say2(sometimes, `Avoid nothing in ${year} in some cases`, `${year} 年在部分情形下无减排量`),
  ];
}

/** What is higher than the axis goes. */
function beyond(panels: readonly CurvePanel[], language: Language): string[] {
  const names = cutOff(panels);
  if (names.length === 0) return [];
  const words = listed(names, language);
  return [
    say(
      language,
      `Beyond the axis, cut off with the value written: ${words}.`,
      `超出坐标轴、截断并标注数值：${words}。`,
    ),
  ];
}

/** How high the bars of the year are, with what they are held against, and how wide. */
export function barsOf(request: ChartRequest, findings: Findings, language: Language) {
  const year = yearOf(request, findings);
  const wide = request.width ?? '';
  const unit = findings.quantities.get(wide)?.unit ?? '1';
  const alone = { ...request, quantities: [wide], years: [year], unit, scale: new Map<string, number>() };
  return {
    ...{ year, wide },
    heights: select({ ...request, years: [year] }, findings, language),
    widths: select(alone, findings, language, true),
  };
}

export const abatementCurve: Sketching = (request, findings, language) => {
  const { year, wide, heights, widths } = barsOf(request, findings, language);
  const cases = casesOf(heights, language);
  const made = cases.cases.map((one) => panelOf(one, heights, widths, request, findings, year, language));
  const panels = made.map(({ panel }) => panel);
  return {
    headline: headline(panels, year, widths, language),
    facts: [...cases.common, say(language, `width ${widths.unit}`, `宽度为${widths.unit}`)],
    unit: say(language, `height ${heights.unit}`, `高度为${heights.unit}`),
    restsOn: [...request.quantities, wide],
    notes: [...beyond(panels, language), ...absent(made, year, language)],
    left: cases.left,
    ...asCurves({
      columns: cases.columns,
      rows: cases.rows,
      panels,
      decimals: heights.decimals,
      widthDecimals: widths.decimals,
      heads: [briefUnit(heights.unit, language).trim(), briefUnit(widths.unit, language).trim()],
    }),
  };
};
