// What changed between two runs, in words: each input old -> new, each formula, set and year; who says so on both sides and where.
import type { Comparison, Ground, InputChange, InputState, StructureChange } from '../../analyse/index.ts';
import { short } from '../charts/numbers.ts';
import { declared } from '../charts/units.ts';
import { confidenceWord, layerWord } from '../origin.ts';
import { type Language, listed, named, plain, say } from '../wording.ts';
import { writtenIn } from '../written.ts';

/** One change as a head and lines below it. */
export interface ToldChange {
  readonly head: string;
  readonly lines: readonly {
    readonly text: string;
    readonly tone: 'value' | 'before' | 'after' | 'assumed';
  }[];
}

const DIGITS = 6;
const MOST_YEARS = 3;

function who(ground: Ground | undefined, language: Language): string {
  if (ground === undefined) return '';
  const confidence = confidenceWord(ground.confidence, language);
  return ground.kind === 'assumed'
    ? say(language, `assumed (${confidence} confidence): `, `假设（置信度${confidence}）：`) + ground.why
    : [
        ground.name,
        ground.place === '' ? '' : say(language, ', ', '，') + ground.place,
        ground.derived === undefined ? '' : say(language, '; derived: ', '；推导：') + ground.derived,
      ].join('');
}

/** `scenarios/company.yaml:12`, and that it was set on the command line where it was. */
function where({ at, overridden, layer }: InputState, language: Language): string {
  const place = overridden ? at.file : `${at.file}:${at.line}`;
  return overridden
    ? say(language, `${place}, an override`, `${place}，命令行覆盖`)
    : place + say(language, ', ', '，') + layerWord(layer, language);
}

/** A share as it is; anything else with its unit in words. */
const withUnit = (value: number | undefined, unit: string, language: Language): string => {
  if (value === undefined) return say(language, 'none', '无');
  const { factor, name } = declared(unit, value, language);
  return short(value / factor, DIGITS) + (name === '' ? '' : ` ${name}`);
};

/** Two values in one unit: the first needs no unit of its own. */
const fromTo = (was: number, is: number, unit: string, language: Language): string => {
  const { factor, name } = declared(unit, Math.max(Math.abs(was), Math.abs(is)), language);
  const [before, after] = [was, is].map((value) => short(value / factor, DIGITS));
  return `${before} → ${after}${name === '' ? '' : ` ${name}`}`;
};

const valueIn = (state: InputState | undefined, year: number | undefined): number | undefined =>
  (
    state?.values.find((one) => one.year === year) ??
    (state?.values.length === 1 ? state.values[0] : undefined)
  )?.value;

/** Years to show: the horizons among those that differ, else the first of them. */
function yearsOf(
  { before, after }: InputChange,
  horizons: readonly number[],
): readonly (number | undefined)[] {
  const all = [before, after].flatMap((state) => state?.values.map(({ year }) => year) ?? []);
  const years = [...new Set(all)].filter((year) => year !== undefined);
  if (years.length === 0) return [undefined];
  const chosen = years.filter((year) => horizons.includes(year));
  return (chosen.length > 0 ? chosen : years).slice(0, MOST_YEARS);
}

function valueLines(
  change: InputChange,
  { years: horizons }: Comparison,
  language: Language,
): readonly string[] {
  const { before, after, differs } = change;
  const unit = (after ?? before)?.unit ?? '1';
  const values = differs.includes('value')
    ? yearsOf(change, horizons).map((year) => {
        const [was, is] = [valueIn(before, year), valueIn(after, year)];
        const words =
          before?.unit === after?.unit && was !== undefined && is !== undefined
            ? fromTo(was, is, unit, language)
            : `${withUnit(was, before?.unit ?? unit, language)} → ${withUnit(is, after?.unit ?? unit, language)}`;
        return year === undefined ? words : `${year}: ${words}`;
      })
    : [];
  const none = say(language, 'none', '无');
  const other = (kind: 'range' | 'spread', word: string): readonly string[] =>
    differs.includes(kind)
      ? [
          `${word}${say(language, ': ', '：')}${writtenIn(before?.[kind] ?? none, language)} → ${writtenIn(after?.[kind] ?? none, language)}`,
        ]
      : [];
  return [
    ...values,
    ...other('range', say(language, 'range', '范围')),
    ...other('spread', say(language, 'spread', '分布')),
    ...(differs.length === 1 && differs[0] === 'source'
      ? [say(language, 'the same value, and another who says so', '数值未变，依据不同')]
      : []),
  ];
}

const called = (list: Comparison['scenarios'], name: string, language: Language): string =>
  language === 'en'
    ? name
    : named(list.find((one) => one.name === name)?.title ?? { en: name, zh: name }, language);

function inputChange(change: InputChange, comparison: Comparison, language: Language): ToldChange {
  const { quantity, title, itemTitle, item, scenarios, strategies, before, after } = change;
  const name = named(title, language);
  const label =
    name === quantity || title.en === quantity
      ? name
      : say(language, `${name} (${quantity})`, `${name}（${quantity}）`);
  const within = [
    ...scenarios.map((one) => called(comparison.scenarios, one, language)),
    ...strategies.map((one) => called(comparison.strategies, one, language)),
  ].map(plain);
  const head = [
    item === '' ? label : label + say(language, ': ', '：') + named(itemTitle, language),
    within.length === 0 ? '' : say(language, ` in ${listed(within, language)}`, `（${within.join('、')}）`),
  ].join('');
  const side = (word: string, state: InputState | undefined, tone: 'before' | 'after') => ({
    text:
      state === undefined
        ? `${word}${say(language, 'the run has no such input', '该次运行无此输入')}`
        : word +
          plain(who(state.ground, language)) +
          say(language, ` (${where(state, language)})`, `（${where(state, language)}）`),
    tone: state?.ground?.kind === 'assumed' && tone === 'after' ? ('assumed' as const) : tone,
  });
  return {
    head,
    lines: [
      ...valueLines(change, comparison, language).map((text) => ({ text, tone: 'value' as const })),
      side(say(language, 'before  ', '之前  '), before, 'before'),
      side(say(language, 'after   ', '之后  '), after, 'after'),
    ],
  };
}

const WHAT: Readonly<Record<StructureChange['what'], { readonly en: string; readonly zh: string }>> = {
  input: { en: 'input', zh: '输入' },
  formula: { en: 'formula', zh: '公式' },
  total: { en: 'total', zh: '合计' },
  unit: { en: 'unit of', zh: '单位' },
  bounds: { en: 'bounds of', zh: '上下限' },
  element: { en: 'element', zh: '集合元素' },
  attribute: { en: 'attribute', zh: '属性' },
  years: { en: 'years', zh: '年份' },
  'base year': { en: 'base year', zh: '基准年' },
  horizons: { en: 'horizons', zh: '时间范围' },
  money: { en: 'reporting money', zh: '报告货币' },
  scenario: { en: 'scenario', zh: '情景' },
  strategy: { en: 'strategy', zh: '策略' },
  headline: { en: 'headline', zh: '主要指标' },
};

function structureChange({ what, name, before, after }: StructureChange, language: Language): ToldChange {
  const word = WHAT[what][language];
  const gone = say(language, 'only before', '仅见于之前');
  const fresh = say(language, 'only after', '仅见于之后');
  const note = before === undefined ? `: ${fresh}` : after === undefined ? `: ${gone}` : '';
  const side = (text: string, state: StructureChange['before'], tone: 'before' | 'after') =>
    state === undefined || (note !== '' && state.text === name && state.at === undefined)
      ? []
      : [
          {
            text: `${text}${plain(state.text)}${state.at === undefined ? '' : ` (${state.at.file}:${state.at.line})`}`,
            tone,
          },
        ];
  return {
    head: (name === what ? word : `${word} ${name}`) + note,
    lines: [
      ...side(say(language, 'before  ', '之前  '), before, 'before'),
      ...side(say(language, 'after   ', '之后  '), after, 'after'),
    ],
  };
}

/** Inputs first: those whose value differs, then those of which only the range, the spread or the source does. */
export function toldInputs(comparison: Comparison, language: Language): readonly ToldChange[] {
  const rank = ({ differs }: InputChange): number => (differs.includes('value') ? 0 : 1);
  return comparison.inputs
    .toSorted((one, other) => rank(one) - rank(other))
    .map((change) => inputChange(change, comparison, language));
}

export const toldStructure = ({ structure }: Comparison, language: Language): readonly ToldChange[] =>
  structure.map((change) => structureChange(change, language));
