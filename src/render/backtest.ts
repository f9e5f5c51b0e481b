// backtest.md: the model, started from its base year, against what was then published, and what nobody published.
import type { Backtest, BacktestFinding, Findings } from '../analyse/index.ts';
import { fixed, percentOf, short } from './charts/numbers.ts';
import { percentSign, scaled } from './charts/units.ts';
import type { DecisionTable } from './decision-words.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { caseTitle, exactly, numberOf, saidBy, type Telling, told } from './opening.ts';
import { origin } from './origin.ts';
import { pieces, textOf } from './pieces.ts';
import type { Cell, Pieces, Reading } from './report/types.ts';
import { type Language, named, plain, say } from './wording.ts';
import { writtenIn } from './written.ts';

const DIGITS = 4;

type Published = BacktestFinding & Required<Pick<BacktestFinding, 'published' | 'errors'>>;

const isPublished = (finding: BacktestFinding): finding is Published => finding.published !== undefined;

const percent = (share: number, language: Language): string =>
  (share > 0 ? '+' : share < 0 ? '−' : '') + fixed(Math.abs(share) * 100, 1) + percentSign(language);

type Case = BacktestFinding['computed'][number];

/** One text where all cases agree as shown, the lowest and the highest otherwise. */
function spanned(
  found: readonly (readonly [value: number, one: Case])[],
  show: (value: number, one: Case) => Cell | Reading,
  language: Language,
): Cell {
  const [first] = found;
  if (first === undefined) return '';
  const end = (better: (value: number, best: number) => boolean): Pieces => {
    const [value, one] = found.reduce((best, other) => (better(other[0], best[0]) ? other : best), first);
    return pieces`${show(value, one)}`;
  };
  const [low, high] = [end((value, best) => value < best), end((value, best) => value > best)];
  if (textOf(low) === textOf(high)) return low;
  return say(language, pieces`${low} to ${high}`, pieces`${low} 至 ${high}`);
}

/** The numbers of one line of the backtest; without a run to look into they are plain. */
function numbersOf(finding: Published, telling: Telling | undefined, language: Language) {
  const { quantity, year, computed, published, errors } = finding;
  const largest = Math.max(Math.abs(published.value), ...computed.map(({ value }) => Math.abs(value)));
  const unit = scaled(finding.unit, largest, language);
  const text = (value: number): string => short(value / unit.factor, DIGITS);
  const title = named(finding.title, language) + say(language, ` ${year}`, `（${year} 年）`);
  const model = (value: number, one: Case): Cell | Reading =>
    telling === undefined
      ? text(value)
      : numberOf(text(value), { quantity, year }, one, { value, unit }, telling);
  const outside: Cell | Reading =
    telling === undefined
      ? text(published.value)
      : told(text(published.value), {
          title: title + say(language, ', published', '，公布值'),
          about: say(
            language,
            'What was published, in the money and the unit of the model.',
            '公布的数值，按模型的价格年份与单位折算。',
          ),
          unit: unit.name,
          exact: exactly(published.value, finding.unit, language),
          facts: [
            [say(language, 'As written', '文件中写为'), plain(writtenIn(published.written, language))],
            ...saidBy(published.provenance, telling),
          ],
        });
  const error = (share: number, one: Case): Cell | Reading =>
    telling === undefined
      ? percent(share, language)
      : told(percent(share, language), {
          title: title + say(language, ', error of the model', '，模型误差'),
          about: say(
            language,
            'What the model computes less what was published, as a share of what was published.',
            '模型计算值减去公布值，占公布值的比例。',
          ),
          exact: percentOf(share, language, 12),
          of: [
            [caseTitle(one, telling), pieces`${model(one.value, one)}`[0] as Reading],
            [say(language, 'Published', '公布值'), outside as Reading],
          ],
        });
  const missed = computed.map((one, index) => [errors[index] ?? Number.NaN, one] as const);
  return { unit, model, outside, error, missed };
}

/** What the comparison comes to, in a sentence or two. */
function summed(
  { baseYear, findings }: Pick<Backtest, 'baseYear' | 'findings'>,
  language: Language,
  telling?: Telling,
): Cell {
  const known = findings.filter(isPublished);
  const start = say(language, `The model starts from ${baseYear}.`, `模型以 ${baseYear} 年为起点。`);
  if (known.length === 0)
    return `${start}${say(
      language,
      ` Nothing that was published after ${baseYear} is at hand, so it stands untested.`,
      `尚无 ${baseYear} 年之后公布的数据，故模型未经检验。`,
    )}`;
  const all = known.flatMap((finding) => {
    const { error, missed } = numbersOf(finding, telling, language);
    return missed.map(([share, one]) => ({ share, said: () => error(share, one) }));
  });
  const farthest = all
    .reduce((one, other) => (Math.abs(other.share) > Math.abs(one.share) ? other : one))
    .said();
  const unknown = findings.length - known.length;
  const figures = `${known.length} ${known.length === 1 ? 'figure' : 'figures'}`;
  const lines = `${unknown} ${unknown === 1 ? 'line has' : 'lines have'}`;
  return say(
    language,
    pieces`${start} Against ${figures} published of later years it is off by ${farthest} at most, over all cases; ${lines} no published figure.`,
    pieces`${start}与其后公布的 ${String(known.length)} 项数据相比，各情形中最大偏差为 ${farthest}；另有 ${String(unknown)} 项未见公布。`,
  );
}

/**
 * What was published beside what the model computes, and what was not published.
 * @param telling the pack that the tables are for, which says who published a figure and lets numbers open
 */
function tablesOf(
  { findings }: Pick<Backtest, 'findings'>,
  language: Language,
  telling?: Telling,
): readonly DecisionTable[] {
  const known = findings.filter(isPublished);
  const unknown = findings.filter((finding) => !isPublished(finding));
  const line = (finding: Published): readonly Cell[] => {
    const { title, year, computed, published, note = '' } = finding;
    const { unit, model, outside, error, missed } = numbersOf(finding, telling, language);
    return [
      named(title, language),
      String(year),
      unit.name,
      spanned(
        computed.map((one) => [one.value, one] as const),
        model,
        language,
      ),
      pieces`${outside}`,
      spanned(missed, error, language),
      ...(telling === undefined ? [] : [origin(published.provenance, telling.findings, language), note]),
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
              ...(telling === undefined
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

type Asked = Pick<Backtest, 'baseYear' | 'findings'>;

/** What the comparison comes to, in a sentence or two. */
export const backtestText = (found: Asked, language: Language): string => textOf(summed(found, language));

/** What was published beside what the model computes, and what was not published. */
export const backtestTables = (found: Pick<Asked, 'findings'>, language: Language) =>
  tablesOf(found, language).map(({ title, lead, head, rows }) => ({
    title,
    lead: textOf(lead),
    head,
    rows: rows.map((cells) => cells.map(textOf)),
  }));

/** The same with who published what, for the pack. */
export const backtestInPack = (findings: Findings, language: Language): readonly DecisionTable[] =>
  tablesOf({ findings: findings.backtest }, language, { findings, language });

export const backtestLead = (findings: Findings, language: Language): Cell =>
  summed({ baseYear: findings.baseYear, findings: findings.backtest }, language, { findings, language });

export function backtestMarkdown(findings: Findings, language: Language): string {
  return markdownPage([
    `# ${say(language, 'Backtest', '回溯检验')}`,
    markdown(textOf(backtestLead(findings, language))),
    ...backtestInPack(findings, language).flatMap(({ title, lead, head, rows }) => [
      `## ${markdown(title)}`,
      ...(lead === '' ? [] : [markdown(textOf(lead))]),
      markdownTable(
        head,
        rows.map((cells) => cells.map(textOf)),
      ),
    ]),
  ]);
}
