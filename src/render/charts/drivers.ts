// Chart kind `drivers`: what the spread of one quantity comes from, the share of its variance that each uncertain input brings.

import type { ChartRequest, Driver, Findings } from '../../analyse/index.ts';
import { type Language, named, say } from '../wording.ts';
import { asLyingBars } from './bodies.ts';
import type { Sketching } from './chart.ts';
import { labelOf } from './data.ts';
import type { LyingBar } from './lying_bars.ts';
import { fixed } from './numbers.ts';
import { COLOUR } from './theme.ts';
import { titlesOfCase } from './tornado.ts';
import { percentSign } from './units.ts';

const MOST = 12;
/** An opaque tint of navy: what an input brings only together with others. */
const TOGETHER = '#9db8cd';

/** Sampling lets an estimate leave 0 to 100 %, which no share does; its error is told beside it. */
const within = (share: number): number => Math.min(1, Math.max(0, share));

export const percent = (share: number, language: Language): string =>
  fixed(within(share) * 100, 0) + percentSign(language);

export function nameOf(driver: Driver, language: Language): string {
  const name = named(driver.title, language);
  const others = driver.together.length - 1;
  if (driver.input === '' || others < 1) return name;
  return say(language, `${name} and what moves with it`, `${name}及与其联动的输入`);
}

/** What the spread of the chart's quantity comes from, and the shares of it that are drawn. */
export function largest(request: ChartRequest, findings: Findings) {
  const [quantity = ''] = request.quantities;
  const found = (findings.uncertainty?.drivers ?? []).find(
    (each) =>
      each.headline === quantity &&
      (request.scenarios.length === 0 || request.scenarios.includes(each.scenario)),
  );
  return { found, shown: (found?.drivers ?? []).filter(({ total }) => total > 0.005).slice(0, MOST) };
}

export const drivers: Sketching = (request, findings, language) => {
  const [quantity = ''] = request.quantities;
  const name = labelOf(request, findings, quantity, language);
  const { found, shown } = largest(request, findings);
  const [first] = shown.filter(({ input }) => input !== '');
  const bars = shown.map((driver): LyingBar => {
    const alone = within(Math.min(driver.first, driver.total)) * 100;
    const total = within(driver.total) * 100;
    return {
      name: nameOf(driver, language),
      parts: [
        { from: 0, to: alone, color: COLOUR.navy, label: '' },
        { from: alone, to: total, color: TOGETHER, label: percent(driver.total, language) },
      ],
      whisker: { low: Math.max(0, total - driver.totalError * 100), high: total + driver.totalError * 100 },
    };
  });
  const highest = Math.max(10, ...bars.map(({ whisker }) => whisker?.high ?? 0));
  const year = found?.year ?? findings.horizons.medium;
  return {
    headline:
      found === undefined || first === undefined
        ? say(language, `Nothing spreads ${name}`, `${name}没有不确定性`)
        : say(
            language,
            `${percent(first.total, language)} of the spread of ${name} in ${year} comes from ${nameOf(first, language)}; ${percent(found.assumed.total, language)} rests on assumed inputs`,
            `${year} 年${name}的不确定性有 ${percent(first.total, language)} 来自${nameOf(first, language)}；${percent(found.assumed.total, language)} 来自假设输入`,
          ),
    facts: found === undefined ? [] : titlesOfCase(findings, found, language),
    unit: say(language, '% of the variance', '方差占比，%'),
    ...(found === undefined ? {} : { only: { scenarios: [found.scenario], strategies: [found.strategy] } }),
    notes: [
      say(
        language,
        'Sobol indices; whiskers are one standard error. Shares with others count for each of them, so they may add up to more than 100 %.',
        '索博尔指数；误差线为一个标准误。交互部分对各输入重复计入，合计可超过 100%。',
      ),
    ],
    ...asLyingBars({
      bars,
      centre: 0,
      centreLabel: '',
      low: 0,
      high: highest,
      sign: percentSign(language),
      legend: [
        { mark: 'box', color: COLOUR.navy, label: say(language, 'the input alone', '单独解释') },
        {
          mark: 'box',
          color: TOGETHER,
          label: say(language, 'together with others', '与其他输入共同'),
        },
      ],
    }),
  };
};
