// A comparison of two runs as files: what changed, the bridges as tables and as waterfalls.
import type { Comparison } from '../../analyse/index.ts';
import { brandLine, framed, standalone } from '../charts/frame.ts';
import { type CutFont, lettered } from '../charts/lettering.ts';
import { exact } from '../charts/numbers.ts';
import { csv } from '../csv.ts';
import { code, markdown, markdownPage, markdownTable } from '../markdown.ts';
import type { SummaryTable } from '../summary-layout.ts';
import type { Artifact, Artifacts } from '../types.ts';
import { type Language, say } from '../wording.ts';
import { bridgedHeadlines } from './bridges.ts';
import { type ToldChange, toldInputs, toldStructure } from './changes.ts';
import { bridgePicture, yearOf } from './picture.ts';
import { bridgeTables } from './tables.ts';

export type { ToldChange } from './changes.ts';
export { type ComparedPack, remarksOn } from './remarks.ts';

/** A comparison as it is read: texts, and tables for a terminal. */
export interface ToldComparison {
  readonly inputs: readonly ToldChange[];
  readonly structure: readonly ToldChange[];
  readonly tables: readonly SummaryTable[];
}

export const tellComparison = (comparison: Comparison, language: Language): ToldComparison => ({
  inputs: toldInputs(comparison, language),
  structure: toldStructure(comparison, language),
  tables: bridgeTables(comparison, language),
});

export interface ComparisonOptions {
  readonly language: Language;
  readonly cutFont?: CutFont;
  /** How the two runs are called. */
  readonly names: readonly [before: string, after: string];
  /** Sentences on what no longer holds, and on what the bridges leave out. */
  readonly remarks: readonly string[];
}

const list = (changes: readonly ToldChange[]): string =>
  changes
    .map(({ head, lines }) =>
      [`- **${markdown(head)}**`, ...lines.map(({ text }) => `  - ${markdown(text)}`)].join('\n'),
    )
    .join('\n');

function comparisonMarkdown(comparison: Comparison, { language, names, remarks }: ComparisonOptions): string {
  const { inputs, structure, tables } = tellComparison(comparison, language);
  const [before, after] = names.map(code);
  const section = (title: string, changes: readonly ToldChange[], none: string): readonly string[] => [
    `## ${title}`,
    changes.length === 0 ? none : list(changes),
  ];
  return markdownPage([
    `# ${say(language, 'What changed', '变动说明')}`,
    say(language, `From ${before} to ${after}.`, `自 ${before} 至 ${after}。`),
    remarks.map((remark) => `- ${markdown(remark)}`).join('\n'),
    ...section(say(language, 'Inputs', '输入'), inputs, say(language, 'No input changed.', '输入无变动。')),
    ...section(
      say(language, 'Models, sets and years', '模型、集合与年份'),
      structure,
      say(language, 'Nothing but values changed.', '仅数值有变动。'),
    ),
    `## ${say(language, 'Headlines', '主要指标')}`,
    tables.length === 0
      ? say(language, 'No headline differs.', '主要指标无差异。')
      : say(
          language,
          'A step is the mean effect of its change over all orders in which the changes can be made (Shapley), so no order is preferred; the steps sum to the difference.',
          '每一步为该变动在各种变动顺序下影响的平均值（沙普利值），不偏向任何顺序；各步之和等于总差额。',
        ),
    ...tables.flatMap(({ title, head, rows }) => [`### ${markdown(title)}`, markdownTable(head, rows)]),
  ]);
}

function bridgeCsv({ bridges }: Comparison): string {
  const rows = bridges.flatMap((bridge) => {
    const { scenario, strategy, headline, unit, year, before, after, method, orders } = bridge;
    const shared = [scenario, strategy, headline, unit, year];
    const line = (step: string, amount: number, error?: number) => [
      ...shared,
      step,
      exact(amount),
      error === undefined ? undefined : exact(error),
      method,
      orders,
    ];
    return [
      line('before', before),
      ...bridge.steps.map(({ kind, quantity, amount, error }) =>
        line(quantity ?? `(${kind})`, amount, error),
      ),
      line('after', after),
    ];
  });
  const head = [
    'scenario',
    'strategy',
    'headline',
    'unit',
    'year',
    'step',
    'amount',
    'standard_error',
    'method',
    'orders',
  ];
  return csv(head, rows);
}

function inputsCsv({ inputs }: Comparison): string {
  const rows = inputs.flatMap(({ quantity, item, scenarios, strategies, differs, before, after }) => {
    const years = [
      ...new Set([before, after].flatMap((state) => state?.values.map(({ year }) => year) ?? [])),
    ];
    const value = (state: typeof before, year: number | undefined) => {
      const found =
        state?.values.find((one) => one.year === year) ??
        (state?.values.length === 1 ? state.values[0] : undefined);
      return found === undefined ? undefined : exact(found.value);
    };
    const told = (state: typeof before) => [
      state?.unit,
      state?.ground === undefined
        ? undefined
        : state.ground.kind === 'assumed'
          ? `assumed: ${state.ground.why}`
          : `${state.ground.name}, ${state.ground.place}`,
      state && `${state.at.file}:${state.at.line}`,
    ];
    return (years.length > 1 ? years.filter((year) => year !== undefined) : years).map((year) => [
      quantity,
      item,
      scenarios.join('; '),
      strategies.join('; '),
      differs.join('; '),
      year,
      value(before, year),
      value(after, year),
      ...told(before),
      ...told(after),
    ]);
  });
  const side = (name: string) => [`unit_${name}`, `source_${name}`, `place_${name}`];
  const head = [
    'quantity',
    'item',
    'scenarios',
    'strategies',
    'differs',
    'year',
    'before',
    'after',
    ...side('before'),
    ...side('after'),
  ];
  return csv(head, rows);
}

/** The files of a comparison: the same bytes for the same two runs. */
export async function renderComparison(
  comparison: Comparison,
  options: ComparisonOptions,
): Promise<Artifacts> {
  const { language, cutFont, names } = options;
  const { company, asOf } = comparison.after;
  const brand = brandLine(company, comparison.after.study, asOf);
  const pictures: Artifact[] = [];
  for (const headline of bridgedHeadlines(comparison, language)) {
    const picture = bridgePicture(headline, comparison, names, language);
    const path = `charts/${headline.headline}-${yearOf(headline, comparison)}`;
    const svg = await framed(picture, brand, language);
    pictures.push(
      {
        path: `${path}.vl.json`,
        content: `${JSON.stringify(standalone(picture, brand, language), null, 2)}\n`,
      },
      { path: `${path}.svg`, content: cutFont === undefined ? svg : await lettered(svg, cutFont) },
    );
  }
  return [
    ...pictures,
    { path: 'compare.md', content: comparisonMarkdown(comparison, options) },
    { path: 'bridge.csv', content: bridgeCsv(comparison) },
    { path: 'inputs.csv', content: inputsCsv(comparison) },
  ];
}
