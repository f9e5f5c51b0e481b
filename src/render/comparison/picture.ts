// A bridge as a waterfall: what each change adds to or takes from a headline in one year, in every case in which it differs.
import type { Comparison } from '../../analyse/index.ts';
import type { Picture } from '../charts/chart.ts';
import { distinct } from '../charts/data.ts';
import { leaders } from '../charts/leaders.ts';
import { decimalsFor, fixed, signed } from '../charts/numbers.ts';
import { briefUnit } from '../charts/units.ts';
import { tidy } from '../charts/waterfall.ts';
import { drawWaterfall, type Step } from '../charts/waterfall_panels.ts';
import { clauses, type Language, listed, named, plain, say } from '../wording.ts';
import { amountOf, type BridgedHeadline, bridgeAt, isDifferent } from './bridges.ts';

const MOST_COLUMNS = 4;
const MOST_ROWS = 4;

interface Titled {
  readonly name: string;
  readonly title: string;
}

/** The medium horizon where something differs in it, else the horizon in which most does. */
export function yearOf({ own, years }: BridgedHeadline, { years: horizons }: Comparison): number {
  const moved = (year: number): number =>
    own
      .filter((bridge) => bridge.year === year && isDifferent(bridge))
      .reduce((sum, { difference }) => sum + Math.abs(difference), 0);
  const middle = horizons[Math.floor((horizons.length - 1) / 2)] ?? 0;
  if (years.includes(middle)) return middle;
  return years.reduce((best, year) => (moved(year) > moved(best) ? year : best), years[0] ?? middle);
}

/** Members that matter; one alone stands for all where nothing depends on which. */
function axisOf(
  all: readonly Titled[],
  differs: (name: string) => boolean,
  signature: (name: string) => string,
) {
  const moved = all.filter(({ name }) => differs(name));
  const alike =
    moved.length === all.length &&
    all.length > 1 &&
    distinct(all.map(({ name }) => signature(name))).length === 1;
  return { shown: alike ? all.slice(0, 1) : moved, same: all.filter(({ name }) => !differs(name)), alike };
}

/** What the picture says of all cases together. */
function said(
  headline: BridgedHeadline,
  year: number,
  differences: readonly number[],
  decimals: number,
  panels: readonly (readonly Step[])[],
  language: Language,
): string {
  const { title, unit } = headline;
  const [low, high] = [Math.min(...differences), Math.max(...differences)].map((one) =>
    signed(one, decimals),
  );
  const amount =
    (low === high ? low : `${low}${say(language, ' to ', ' 至 ')}${high}`) + briefUnit(unit.name, language);
  const first = say(language, `${title} in ${year} changes by ${amount}`, `${year} 年${title}变动 ${amount}`);
  return clauses([first, leaders(panels, language)], language);
}

/**
 * @param names how the two runs are called
 */
export function bridgePicture(
  headline: BridgedHeadline,
  comparison: Comparison,
  names: readonly [before: string, after: string],
  language: Language,
): Picture {
  const year = yearOf(headline, comparison);
  const { unit, steps: known } = headline;
  const titled = (all: Comparison['scenarios']): readonly Titled[] =>
    all.map(({ name, title }) => ({ name, title: named(title, language) }));
  const at = (scenario: string, strategy: string) => bridgeAt(headline, scenario, strategy, year);
  const [allScenarios, allStrategies] = [titled(comparison.scenarios), titled(comparison.strategies)];
  const text = (scenario: string, strategy: string): string =>
    known.map(({ group }) => amountOf(at(scenario, strategy), group).toPrecision(8)).join();
  const moves = (scenario: string, strategy: string): boolean => {
    const bridge = at(scenario, strategy);
    return bridge !== undefined && isDifferent(bridge);
  };
  const scenarios = axisOf(
    allScenarios,
    (name) => allStrategies.some((other) => moves(name, other.name)),
    (name) => allStrategies.map((other) => text(name, other.name)).join('\n'),
  );
  const strategies = axisOf(
    allStrategies,
    (name) => allScenarios.some((other) => moves(other.name, name)),
    (name) => allScenarios.map((other) => text(other.name, name)).join('\n'),
  );
  const turned = scenarios.shown.length === 1;
  const columns = (turned ? strategies : scenarios).shown.slice(0, MOST_COLUMNS);
  const rows = turned ? [] : strategies.shown.slice(0, MOST_ROWS);
  const cases = (rows.length === 0 ? strategies.shown.slice(0, 1) : rows).flatMap((row) =>
    columns.map((column) =>
      turned ? at(scenarios.shown[0]?.name ?? '', column.name) : at(column.name, row.name),
    ),
  );
  const largest = Math.max(
    0,
    ...cases.flatMap((bridge) => bridge?.steps.map(({ amount }) => Math.abs(amount)) ?? []),
  );
  const decimals = decimalsFor(largest / unit.factor);
  const panels = cases.map((bridge) =>
    known.map(
      ({ group, title }): Step => ({ key: group, name: title, value: amountOf(bridge, group) / unit.factor }),
    ),
  );
  const { steps } = tidy(panels, Math.max(1, rows.length), language);
  const differences = cases.map((bridge) => (bridge?.difference ?? 0) / unit.factor);
  const only = cases.length === 1 ? cases[0] : undefined;
  const common = [
    ...(scenarios.alike ? [say(language, 'the same in every scenario', '各情景相同')] : []),
    ...(!scenarios.alike && turned ? [scenarios.shown[0]?.title ?? ''] : []),
    ...(strategies.alike ? [say(language, 'the same for every strategy', '各策略相同')] : []),
    ...(!strategies.alike && strategies.shown.length === 1 ? [strategies.shown[0]?.title ?? ''] : []),
    ...(only === undefined
      ? []
      : [`${fixed(only.before / unit.factor, decimals)} → ${fixed(only.after / unit.factor, decimals)}`]),
  ];
  const unchanged = [...scenarios.same, ...strategies.same].map(({ title }) => title);
  const left = [
    ...(turned ? [] : scenarios.shown.slice(MOST_COLUMNS)),
    ...strategies.shown.slice(turned ? MOST_COLUMNS : MOST_ROWS),
  ].map(({ title }) => title);
  const sampled = headline.own.find((bridge) => bridge.year === year && bridge.method === 'sampled');
  const [before, after] = names.map(plain);
  return {
    headline: said(headline, year, differences, decimals, steps, language),
    subtitle: [
      say(language, `What changed from ${before} to ${after}`, `自 ${before} 至 ${after} 的变动`),
      unit.name,
      ...common,
      say(language, `${year}`, `${year} 年`),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    sources: [],
    notes: [
      say(
        language,
        'A step is the mean effect of its change over all orders in which the changes can be made; the steps sum to the difference.',
        '每一步为该变动在各种变动顺序下影响的平均值；各步之和等于总差额。',
      ),
      ...(sampled === undefined
        ? []
        : [
            say(
              language,
              `Sampled in ${sampled.orders ?? 0} orders; standard errors stand in bridge.csv.`,
              `抽样 ${sampled.orders ?? 0} 种顺序；标准误差见 bridge.csv。`,
            ),
          ]),
      ...(unchanged.length === 0
        ? []
        : [
            say(
              language,
              `No difference in ${listed(unchanged, language)}.`,
              `${listed(unchanged, language)}无差异。`,
            ),
          ]),
      ...(left.length === 0
        ? []
        : [say(language, `Not drawn: ${listed(left, language)}.`, `未绘制：${listed(left, language)}。`)]),
    ],
    draw: (area) =>
      drawWaterfall(
        {
          columns: columns.length === 1 ? [''] : columns.map(({ title }) => title),
          rows: rows.length < 2 ? [''] : rows.map(({ title }) => title),
          panels: steps,
          total: say(language, 'Difference', '差额'),
          decimals,
        },
        area,
      ),
  };
}
