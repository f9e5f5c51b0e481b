// Chart kind `tornado`: what moves one quantity in one year, each input at both ends of what it may be, the strongest first.

import type { ChartRequest, Findings, Sensitivity } from '../../analyse/index.ts';
import { type Language, named, say } from '../wording.ts';
import { asLyingBars } from './bodies.ts';
import type { Sketching } from './chart.ts';
import { labelOf } from './data.ts';
import type { LyingBar, Part } from './lying_bars.ts';
import { decimalsFor, fixed, short } from './numbers.ts';
import { COLOUR } from './theme.ts';
import { briefUnit, scaled, signOf } from './units.ts';

const MOST = 12;

/** The scenario and strategy shown: the chart's own, else the first scenario and the register's residual strategy. */
function caseOf(
  request: ChartRequest,
  findings: Findings,
): { readonly scenario: string; readonly strategy: string } {
  const among = (names: readonly string[], all: readonly { readonly name: string }[]) =>
    all.filter(({ name }) => names.length === 0 || names.includes(name)).map(({ name }) => name);
  const strategies = among(request.strategies, findings.strategies);
  const residual = findings.register?.residual;
  return {
    scenario: among(request.scenarios, findings.scenarios)[0] ?? '',
    strategy: residual !== undefined && strategies.includes(residual) ? residual : (strategies.at(-1) ?? ''),
  };
}

export function yearOf(
  request: ChartRequest,
  findings: Findings,
  over: 'years' | 'base' | undefined,
): number {
  if (over === 'base') return findings.baseYear;
  return request.years.length === 1
    ? (request.years[0] ?? findings.horizons.medium)
    : findings.horizons.medium;
}

export const titlesOfCase = (
  findings: Findings,
  { scenario, strategy }: { readonly scenario: string; readonly strategy: string },
  language: Language,
): readonly string[] =>
  [
    findings.scenarios.find(({ name }) => name === scenario),
    findings.strategies.find(({ name }) => name === strategy),
  ].flatMap((one) => (one === undefined ? [] : [named(one.title, language)]));

const reach = ({ low, high, central }: Sensitivity): number =>
  Math.max(Math.abs((low ?? central) - central), Math.abs((high ?? central) - central));

export function nameOf({ quantity, item }: Sensitivity, findings: Findings, language: Language): string {
  const title = findings.quantities.get(quantity)?.title;
  const name = title === undefined ? quantity : named(title, language);
  const element = findings.series.find((one) => one.quantity === quantity && one.item === item)?.itemTitle;
  return item === '' || element === undefined
    ? name
    : `${name}${say(language, ', ', '，')}${named(element, language)}`;
}

/** The inputs that move the chart's quantity, the strongest first, and those of them that are drawn. */
export function strongest(request: ChartRequest, findings: Findings) {
  const [quantity = ''] = request.quantities;
  const year = yearOf(request, findings, findings.quantities.get(quantity)?.over);
  const one = caseOf(request, findings);
  const all = findings.sensitivities
    .filter(
      (each) =>
        each.headline === quantity &&
        each.year === year &&
        each.scenario === one.scenario &&
        each.strategy === one.strategy,
    )
    .toSorted((left, right) => reach(right) - reach(left));
  return { year, one, all, shown: all.slice(0, MOST) };
}

export const tornado: Sketching = (request, findings, language) => {
  const [quantity = ''] = request.quantities;
  const info = findings.quantities.get(quantity);
  const { year, one, all, shown } = strongest(request, findings);
  const [first] = all;
  const centre = first?.central ?? 0;
  const ends = shown.flatMap(({ low, high, central }) => [low ?? central, high ?? central]);
  const unit = scaled(info?.unit ?? '1', Math.max(Math.abs(centre), ...ends.map(Math.abs)), language);
  const decimals = decimalsFor(Math.max(...ends.map((end) => Math.abs(end - centre)), 0) / unit.factor);
  const text = (value: number): string => fixed(value / unit.factor, decimals);
  const name = labelOf(request, findings, quantity, language);
  const bars = shown.map((each): LyingBar => {
    const input = scaled(
      each.input.unit,
      Math.max(Math.abs(each.input.low), Math.abs(each.input.high)),
      language,
    );
    const at = (value: number): string => short(value / input.factor, 3) + briefUnit(input.name, language);
    const part = (end: number | undefined, value: number, color: string): readonly Part[] =>
      end === undefined || end === centre
        ? []
        : [{ from: centre / unit.factor, to: end / unit.factor, color, label: at(value) }];
    return {
      name: nameOf(each, findings, language),
      parts: [
        ...part(each.low, each.input.low, COLOUR.teal),
        ...part(each.high, each.input.high, COLOUR.navy),
      ],
    };
  });
  const brief = briefUnit(unit.name, language);
  return {
    headline:
      first === undefined
        ? say(language, `Nothing moves ${name} in ${year}`, `${year} 年没有输入影响${name}`)
        : say(
            language,
            `${name} in ${year} moves most with ${nameOf(first, findings, language)}: ${text(Math.min(first.low ?? centre, first.high ?? centre))} to ${text(Math.max(first.low ?? centre, first.high ?? centre))}${brief}`,
            `${year} 年${name}对“${nameOf(first, findings, language)}”最敏感：${text(Math.min(first.low ?? centre, first.high ?? centre))} 至 ${text(Math.max(first.low ?? centre, first.high ?? centre))}${brief}`,
          ),
    facts: titlesOfCase(findings, one, language),
    unit: unit.name,
    only: { scenarios: [one.scenario], strategies: [one.strategy] },
    notes: [
      say(
        language,
        'One input at a time, at the low and the high end of its range or of what the scenarios say; all others as they are. Labels say the input in the last year.',
        '每次只改变一项输入，取其范围（或各情景）的上下限，其余不变。标签为该输入在最后一年的取值。',
      ),
      all.length > MOST
        ? say(
            language,
            `${all.length - MOST} weaker inputs are in sensitivities.csv.`,
            `其余 ${all.length - MOST} 项较弱的输入见 sensitivities.csv。`,
          )
        : '',
    ].filter((note) => note !== ''),
    ...asLyingBars({
      bars,
      centre: centre / unit.factor,
      centreLabel: text(centre) + signOf(unit.name, language),
      low: Math.min(centre, ...ends) / unit.factor,
      high: Math.max(centre, ...ends) / unit.factor,
      sign: signOf(unit.name, language),
      legend: [
        { mark: 'box', color: COLOUR.teal, label: say(language, 'input at its low end', '输入取下限') },
        {
          mark: 'box',
          color: COLOUR.navy,
          label: say(language, 'input at its high end', '输入取上限'),
        },
      ],
    }),
  };
};
