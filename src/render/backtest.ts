// backtest.md: the model, started from its base year, against what was then published, and what nobody published.
import type { Backtest, BacktestFinding, Findings } from '../analyse/index.ts';
import { fixed, short } from './charts/numbers.ts';
import { percentSign, scaled } from './charts/units.ts';
import type { DecisionTable } from './decision-words.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { origin } from './origin.ts';
import { type Language, named, say } from './wording.ts';

const DIGITS = 4;

type Published = BacktestFinding & Required<Pick<BacktestFinding, 'published' | 'errors'>>;

const isPublished = (finding: BacktestFinding): finding is Published => finding.published !== undefined;

const percent = (share: number, language: Language): string =>
  (share > 0 ? '+' : share < 0 ? '−' : '') + fixed(Math.abs(share) * 100, 1) + percentSign(language);

/** One text where all cases agree as shown, the lowest and the highest otherwise. */
function spanned(values: readonly number[], show: (value: number) => string, language: Language): string {
  const [low, high] = [show(Math.min(...values)), show(Math.max(...values))];
  return low === high ? low : say(language, `${low} to ${high}`, `${low} 至 ${high}`);
}

/** What the comparison comes to, in a sentence or two. */
export function backtestText(
  { baseYear, findings }: Pick<Backtest, 'baseYear' | 'findings'>,
  language: Language,
): string {
  const known = findings.filter(isPublished);
  const start = say(language, `The model starts from ${baseYear}.`, `模型以 ${baseYear} 年为起点。`);
  if (known.length === 0)
    return `${start}${say(
      language,
      ` Nothing that was published after ${baseYear} is at hand, so it stands untested.`,
      `尚无 ${baseYear} 年之后公布的数据，故模型未经检验。`,
    )}`;
  const farthest = known
    .flatMap(({ errors }) => errors)
    .reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one));
  const unknown = findings.length - known.length;
  return `${start}${say(
    language,
    ` Against ${known.length} ${known.length === 1 ? 'figure' : 'figures'} published of later years it is off by ${percent(farthest, language)} at most, over all cases; ${unknown} ${unknown === 1 ? 'line has' : 'lines have'} no published figure.`,
    `与其后公布的 ${known.length} 项数据相比，各情形中最大偏差为 ${percent(farthest, language)}；另有 ${unknown} 项未见公布。`,
  )}`;
}

/**
 * What was published beside what the model computes, and what was not published.
 * @param whose who published a figure; left out, the table does not say
 */
export function backtestTables(
  { findings }: Pick<Backtest, 'findings'>,
  language: Language,
  whose?: (finding: Published) => string,
): readonly DecisionTable[] {
  const known = findings.filter(isPublished);
  const unknown = findings.filter((finding) => !isPublished(finding));
  const line = (finding: Published): readonly string[] => {
    const { title, year, computed, published, errors, note = '' } = finding;
    const values = computed.map(({ value }) => value);
    const largest = Math.max(Math.abs(published.value), ...values.map(Math.abs));
    const unit = scaled(finding.unit, largest, language);
    const text = (value: number): string => short(value / unit.factor, DIGITS);
    return [
      named(title, language),
      String(year),
      unit.name,
      spanned(values, text, language),
      text(published.value),
      spanned(errors, (share) => percent(share, language), language),
      ...(whose === undefined ? [] : [whose(finding), note]),
    ];
  };
  return [
    ...(known.length === 0
      ? []
      : [
          {
            title: say(language, 'The model against what was published', '模型与公布数据'),
            lead: say(
              language,
              'The lowest and the highest case of the model; the error is that of the model over what was published, in the money of the model.',
              '列示模型各情形的最低与最高值；误差为模型相对公布值的偏差，金额均折算为模型所用价格年份。',
            ),
            head: [
              say(language, 'Quantity', '指标'),
              say(language, 'Year', '年份'),
              say(language, 'Unit', '单位'),
              say(language, 'Model', '模型'),
              say(language, 'Published', '公布值'),
              say(language, 'Error', '误差'),
              ...(whose === undefined
                ? []
                : [say(language, 'Who says so', '出处'), say(language, 'Why', '说明')]),
            ],
            rows: known.map(line),
          },
        ]),
    ...(unknown.length === 0
      ? []
      : [
          {
            title: say(language, 'Not published', '未公布'),
            lead: '',
            head: [
              say(language, 'Quantity', '指标'),
              say(language, 'Year', '年份'),
              say(language, 'Why', '说明'),
            ],
            rows: unknown.map(({ title, year, notPublished = '' }) => [
              named(title, language),
              String(year),
              notPublished,
            ]),
          },
        ]),
  ];
}

/** The same with who published what, for the pack. */
export const backtestInPack = (findings: Findings, language: Language): readonly DecisionTable[] =>
  backtestTables({ findings: findings.backtest }, language, ({ published }) =>
    origin(published.provenance, findings, language),
  );

export const backtestLead = ({ baseYear, backtest }: Findings, language: Language): string =>
  backtestText({ baseYear, findings: backtest }, language);

export function backtestMarkdown(findings: Findings, language: Language): string {
  return markdownPage([
    `# ${say(language, 'Backtest', '回溯检验')}`,
    markdown(backtestLead(findings, language)),
    ...backtestInPack(findings, language).flatMap(({ title, lead, head, rows }) => [
      `## ${markdown(title)}`,
      ...(lead === '' ? [] : [markdown(lead)]),
      markdownTable(head, rows),
    ]),
  ]);
}
