// Bridges as tables: what a headline was, what each change does to it, what it is; the years side by side in a cell.
import type { Bridge, Comparison } from '../../analyse/index.ts';
import { distinct } from '../charts/data.ts';
import { fixed, signed } from '../charts/numbers.ts';
import type { SummaryTable } from '../summary-layout.ts';
import { type Language, named, say } from '../wording.ts';
import { amountOf, type BridgedHeadline, bridgeAt, bridgedHeadlines, isDifferent } from './bridges.ts';

/** Cases side by side. */
const MOST_ACROSS = 4;
/** Changes that have a row of their own. */
const MOST_STEPS = 8;

interface Named {
  readonly name: string;
  readonly title: string;
}

/** One row a step for one member that goes down. */
function rowsOf(
  headline: BridgedHeadline,
  across: readonly string[],
  at: (across: string, year: number) => Bridge | undefined,
  language: Language,
): readonly (readonly string[])[] {
  const { years, unit, decimals, steps } = headline;
  const all = across.flatMap((one) => years.flatMap((year) => at(one, year) ?? []));
  if (!all.some(isDifferent)) return [];
  const cell =
    (spell: (value: number) => string, of: (bridge: Bridge | undefined) => number) => (one: string) =>
      years.map((year) => spell(of(at(one, year)) / unit.factor)).join(' · ');
  const level = (value: number): string => fixed(value, decimals);
  const change = (value: number): string => signed(value, decimals);
  const shown = steps.filter(({ group }) => all.some((bridge) => amountOf(bridge, group) !== 0));
  const kept = shown.slice(0, shown.length > MOST_STEPS ? MOST_STEPS - 1 : MOST_STEPS);
  const rest = shown.slice(kept.length);
  const other = (bridge: Bridge | undefined): number =>
    rest.reduce((sum, { group }) => sum + amountOf(bridge, group), 0);
  return [
    [say(language, 'before', '之前'), ...across.map(cell(level, (bridge) => bridge?.before ?? Number.NaN))],
    ...kept.map(({ group, title }) => [
      title,
      ...across.map(cell(change, (bridge) => amountOf(bridge, group))),
    ]),
    ...(rest.length === 0
      ? []
      : [
          [
            say(language, `other changes (${rest.length})`, `其他变动（${rest.length} 项）`),
            ...across.map(cell(change, other)),
          ],
        ]),
    [say(language, 'after', '之后'), ...across.map(cell(level, (bridge) => bridge?.after ?? Number.NaN))],
  ];
}

function tableOf(
  headline: BridgedHeadline,
  down: readonly Named[],
  downHead: string,
  every: string,
  across: readonly Named[],
  at: (down: string, across: string, year: number) => Bridge | undefined,
  language: Language,
): SummaryTable | undefined {
  const names = across.map(({ name }) => name);
  const blocks = down
    .map(({ name, title }) => ({
      title,
      rows: rowsOf(headline, names, (one, year) => at(name, one, year), language),
    }))
    .filter(({ rows }) => rows.length > 0);
  const [first] = blocks;
  if (first === undefined) return undefined;
  const alike =
    blocks.length === down.length &&
    down.length > 1 &&
    distinct(blocks.map(({ rows }) => JSON.stringify(rows))).length === 1;
  const rows = (alike ? [{ ...first, title: every }] : blocks).flatMap(({ title, rows: own }) =>
    own.map((row, index) => [index === 0 ? title : '', ...row]),
  );
  const years = headline.years.join(' · ');
  const unit =
    headline.unit.name === '' ? '' : say(language, `, ${headline.unit.name}`, `，${headline.unit.name}`);
  return {
    title: say(language, `${headline.title}${unit}, in ${years}`, `${headline.title}${unit}（${years} 年）`),
    head: [downHead, say(language, 'Step', '步骤'), ...across.map(({ title }) => title)],
    rows,
    status: rows.map((row) => row.map(() => 'plain' as const)),
  };
}

/** A table a headline that differs; scenarios stand across while there is room, and in several tables where there is not. */
export function bridgeTables(comparison: Comparison, language: Language): readonly SummaryTable[] {
  const titled = (all: Comparison['scenarios']): readonly Named[] =>
    all.map(({ name, title }) => ({ name, title: named(title, language) }));
  const [scenarios, strategies] = [titled(comparison.scenarios), titled(comparison.strategies)];
  const turned = scenarios.length > MOST_ACROSS && strategies.length <= MOST_ACROSS;
  const [down, across] = turned ? [scenarios, strategies] : [strategies, scenarios];
  const head = turned ? say(language, 'Scenario', '情景') : say(language, 'Strategy', '策略');
  const every = turned
    ? say(language, 'every scenario', '各情景')
    : say(language, 'every strategy', '各策略');
  return bridgedHeadlines(comparison, language).flatMap((headline) => {
    const at = (one: string, other: string, year: number): Bridge | undefined =>
      turned ? bridgeAt(headline, one, other, year) : bridgeAt(headline, other, one, year);
    return Array.from({ length: Math.ceil(across.length / MOST_ACROSS) }, (_, part) =>
      tableOf(
        headline,
        down,
        head,
        every,
        across.slice(part * MOST_ACROSS, (part + 1) * MOST_ACROSS),
        at,
        language,
      ),
    ).filter((table) => table !== undefined);
  });
}
