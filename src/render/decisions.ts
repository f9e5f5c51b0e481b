// decisions.md and decisions.csv: which strategy regrets least and costs least, measures worth having anywhere, signposts.
import type { DecisionFinding, Findings, WeightFinding } from '../analyse/index.ts';
import { type Cell, csv } from './csv.ts';
import { weighingTable, weightTable } from './decision-weights.ts';
import { costTable, type DecisionTable, measureTable, signpostTable } from './decision-words.ts';
import { DECISIONS } from './dictionary/decisions.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { textOf } from './pieces.ts';
import { type Language, say } from './wording.ts';

/** All tables of the decisions, in the order in which they are read. */
export function decisionTables(
  decisions: DecisionFinding,
  findings: Findings,
  language: Language,
): readonly DecisionTable[] {
  return [
    ...decisions.costs.map((cost) => costTable(cost, decisions.weights, findings, language)),
    weightTable(decisions, findings, language),
    ...(decisions.weights === undefined ? [] : [weighingTable(decisions, findings, language)]),
    ...(decisions.measures.length === 0 ? [] : [measureTable(decisions, findings, language)]),
    ...(decisions.signposts === undefined ? [] : [signpostTable(decisions.signposts, findings, language)]),
  ];
}

export const decisionsLead = (language: Language): string =>
  say(
    language,
    'Regret, in brackets behind each cost, is what a strategy costs more than the cheapest one in the same scenario; the smallest largest regret (✓) asks for no weights. A measure is without regret where its cost net of what it saves lies below zero in every scenario. A signpost is an observable quantity that tells two scenarios apart.',
    '后悔值（各成本后括号内）是某策略在同一情景下比最低成本策略多花的成本；最大后悔值最小（✓）无需权重。无悔措施是在所有情景下扣除节约后净成本均为负的措施。路标是能区分两个情景的可观测指标。',
  );

export function decisionsMarkdown(
  decisions: DecisionFinding,
  findings: Findings,
  language: Language,
): string {
  return markdownPage([
    `# ${say(language, 'Decisions', '决策依据')}`,
    markdown(decisionsLead(language)),
    ...decisionTables(decisions, findings, language).flatMap(({ title, lead, head, rows }) => [
      `## ${markdown(title)}`,
      markdown(textOf(lead)),
      markdownTable(
        head,
        rows.map((cells) => cells.map(textOf)),
      ),
    ]),
  ]);
}

export interface DecisionRow {
  readonly finding: string;
  readonly quantity?: string;
  readonly item?: string;
  readonly year?: number;
  readonly scenario?: string;
  readonly otherScenario?: string;
  readonly strategy?: string;
  readonly value: number;
  readonly unit: string;
}

/** From which weight of a scenario to which a strategy is expected to cost least. */
const stretchRows = (
  { scenario, stretches }: WeightFinding,
  of: string,
  own: Pick<DecisionRow, 'quantity' | 'year'>,
): readonly DecisionRow[] =>
  stretches.flatMap(({ from, to, strategies }) =>
    strategies.flatMap((strategy): DecisionRow[] => [
      { finding: `cheapest from weight${of}`, ...own, scenario, strategy, value: from, unit: '1' },
      { finding: `cheapest to weight${of}`, ...own, scenario, strategy, value: to, unit: '1' },
    ]),
  );

/** One row a number, in long form. */
export function decisionRows(decisions: DecisionFinding, { scenarios }: Findings): readonly DecisionRow[] {
  const names = scenarios.map(({ name }) => name);
  return [
    ...decisions.costs.flatMap(({ quantity, year, unit, strategies }) =>
      strategies.flatMap(
        ({ strategy, costs, regrets, largest, expected, expectedOfDraws }): DecisionRow[] => {
          const own = { quantity, year, strategy, unit };
          return [
            ...names.flatMap((scenario, place): DecisionRow[] => [
              { finding: 'cost', ...own, scenario, value: costs[place] ?? Number.NaN },
              { finding: 'regret', ...own, scenario, value: regrets[place] ?? Number.NaN },
            ]),
            { finding: 'largest regret', ...own, value: largest },
            ...(expected === undefined ? [] : [{ finding: 'expected cost', ...own, value: expected }]),
            ...(expectedOfDraws === undefined
              ? []
              : [{ finding: 'expected cost of draws', ...own, value: expectedOfDraws }]),
          ];
        },
      ),
    ),
    ...(decisions.weights ?? []).map(
      ({ scenario, share }): DecisionRow => ({ finding: 'weight', scenario, value: share, unit: '1' }),
    ),
    ...decisions.costs.flatMap(({ quantity, year, byWeight, byWeightOfDraws }) => [
      ...byWeight.flatMap((one) => stretchRows(one, '', { quantity, year })),
      ...byWeightOfDraws.flatMap((one) => stretchRows(one, ' of draws', { quantity, year })),
    ]),
    ...decisions.measures.flatMap(({ quantity, item, unit, costs, chances }) =>
      names.flatMap((scenario, place): DecisionRow[] => {
        const { year, strategy } = decisions;
        const own = { quantity, item, year, scenario, strategy };
        const chance = chances[place]?.chance;
        return [
          { finding: 'measure cost', ...own, value: costs[place] ?? Number.NaN, unit },
          ...(chance === undefined ? [] : [{ finding: 'measure chance', ...own, value: chance, unit: '1' }]),
        ];
      }),
    ),
    ...(decisions.signposts?.pairs ?? []).flatMap(({ scenarios: [scenario, otherScenario], signposts }) =>
      signposts.flatMap(({ quantity, item, year, values: [value, other], unit }): DecisionRow[] => [
        { finding: 'signpost', quantity, item, year, scenario, otherScenario, value, unit },
        {
          finding: 'signpost',
          quantity,
          item,
          year,
          scenario: otherScenario,
          otherScenario: scenario,
          value: other,
          unit,
        },
      ]),
    ),
  ];
}

/** All of them. */
export function decisionsCsv(decisions: DecisionFinding, findings: Findings): string {
  const cells = (row: DecisionRow): readonly Cell[] => [
    row.finding,
    row.quantity,
    row.item,
    row.year,
    row.scenario,
    row.otherScenario,
    row.strategy,
    row.value,
    row.unit,
  ];
  return csv(
    DECISIONS.map(({ column }) => column),
    decisionRows(decisions, findings).map(cells),
  );
}
