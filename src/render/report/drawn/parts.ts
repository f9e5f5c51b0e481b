// The numbers of what makes up a total, and of measures by cost and size.

import { barsOf } from '../../charts/abatement_curve.ts';
import { casesOf } from '../../charts/cases.ts';
import { type Line, select, valueAt, yearOf } from '../../charts/data.ts';
import { fixed, percentOf } from '../../charts/numbers.ts';
import { stepsOf, tidy } from '../../charts/waterfall.ts';
import { caseTitle, numberOf, numberTitle, told, type Where } from '../../opening.ts';
import { named, say } from '../../wording.ts';
import type { Reading } from '../types.ts';
import { type Asked, BLANK, type Drawn, label, onLine, sumOf } from './common.ts';

/** What adds to a total and is taken from it, case by case. */
export function steps(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const [total = ''] = request.quantities;
  const year = yearOf(request, findings);
  const parts = findings.totals.get(total) ?? [];
  const own = request.scale.get(total) ?? 1;
  const names = parts.map(({ quantity }) => quantity);
  const scale = new Map([...names, total].map((name) => [name, request.scale.get(name) ?? own] as const));
  const shown = select({ ...request, quantities: names, years: [year], scale }, findings, language, true);
  const { cases } = casesOf(shown, language);
  const partIn = (quantity: string, sign: 1 | -1, { scenario, strategy }: Where): Reading => {
    const value = shown.lines
      .filter(
        (line) => line.quantity === quantity && line.scenario === scenario && line.strategy === strategy,
      )
      .reduce((sum, line) => sum + valueAt(line, year), 0);
    const factor = 1 / shown.convert(quantity, 1);
    const unit = { name: shown.unit, factor };
    const where = { scenario, strategy };
    const taken = numberOf(
      fixed(value, shown.decimals),
      { quantity, year },
      where,
      { value: value * factor, unit },
      asked,
    );
    if (sign > 0) return taken;
    return told(fixed(-value, shown.decimals), {
      title: numberTitle(quantity, year, where, asked),
      about: say(language, 'It is taken from the total.', '从合计中扣除。'),
      unit: shown.unit,
      of: [[label(quantity, asked), taken]],
    });
  };
  const wheres = cases.map(({ scenario, strategy }) => ({
    scenario: scenario.name,
    strategy: strategy.name,
  }));
  const all = cases.map((one) => stepsOf(one, total, request, findings, shown, year, language));
  const drawn = tidy(all, casesOf(shown, language).rows.length, language).steps;
  const kept = new Set((drawn[0] ?? []).map(({ key }) => key));
  const signOf = (quantity: string): 1 | -1 => parts.find((part) => part.quantity === quantity)?.sign ?? 1;
  const lines = (drawn[0] ?? []).map(({ key, name }, index) => ({
    labels: [name],
    readings: wheres.map((where, place) => {
      if (key !== '') return partIn(key, signOf(key), where);
      const rest = parts.filter(({ quantity }) => !kept.has(quantity));
      return sumOf(
        rest.map(({ quantity, sign }) => [label(quantity, asked), partIn(quantity, sign, where)]),
        drawn[place]?.[index]?.value ?? Number.NaN,
        `${name}${say(language, ', ', '，')}${caseTitle(where, asked)}`,
        shown,
        asked,
      );
    }),
  }));
  const whole = select({ ...request, quantities: [total], years: [year], scale }, findings, language);
  const totals = wheres.map(({ scenario, strategy }) => {
    const line = whole.lines.find((one) => one.scenario === scenario && one.strategy === strategy);
    if (line === undefined) return BLANK;
    const value = whole.convert(total, 1) === 0 ? 0 : valueAt(line, year) / whole.convert(total, 1);
    const factor = 1 / shown.convert(total, 1);
    return numberOf(
      fixed(value / factor, shown.decimals),
      { quantity: total, year },
      line,
      { value, unit: { name: shown.unit, factor } },
      asked,
    );
  });
  return {
    head: wheres.map((where) => caseTitle(where, asked)),
    lines: [...lines, { labels: [say(language, 'Total', '合计')], readings: totals }],
    unit: shown.unit,
    also: [],
  };
}

/** Heights and widths of the bars, and what they are held against. */
export function curves(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const { year, wide, heights, widths } = barsOf(request, findings, language);
  const { cases } = casesOf(heights, language);
  const [measured = '', ...compared] = request.quantities;
  const lines = cases.flatMap(({ scenario, strategy }) => {
    const inCase = (line: Line): boolean =>
      line.scenario === scenario.name && line.strategy === strategy.name;
    const heightOf = ({ item }: Line): Line | undefined =>
      heights.lines.find((one) => inCase(one) && one.quantity === measured && one.item === item);
    const where = [named(scenario.title, language), named(strategy.title, language)];
    const own = widths.lines.filter((line) => inCase(line) && valueAt(line, year) > 0);
    const bars = own.map((line) => {
      const high = heightOf(line);
      return {
        labels: [...where, named(line.series.itemTitle, language)],
        readings: [
          high === undefined ? BLANK : onLine(high, year, heights, asked),
          onLine(line, year, widths, asked),
        ],
      };
    });
    const levels = heights.lines.filter((line) => inCase(line) && compared.includes(line.quantity));
    const sum = own.reduce((all, line) => all + valueAt(line, year), 0);
    const title = `${label(wide, asked)} ${year} · ${where.join(' · ')}`;
    const parts = bars.map(({ labels, readings }) => [labels.at(-1) ?? '', readings[1] ?? BLANK] as const);
    const all = sumOf(parts, sum, title, widths, asked);
    const level = levels[0] === undefined ? 0 : valueAt(levels[0], year);
    const cheap = own.filter((line) => {
      const high = heightOf(line);
      return high !== undefined && valueAt(high, year) < level;
    });
    const share = cheap.reduce((part, line) => part + valueAt(line, year), 0) / sum;
    const below = told(percentOf(Math.floor(share * 100 + 1e-9) / 100, language), {
      title: `${title}${say(language, ', share that costs less', '，成本较低部分的占比')}`,
      about: say(
        language,
        'The widths of the bars that are lower than what they are held against, as a share of all widths, cut and never rounded up.',
        '低于对照水平的各柱宽度之和占全部宽度的比例，只舍不入。',
      ),
      exact: percentOf(share, language, 12),
      of: [...parts, [say(language, 'Sum', '合计'), all]],
    });
    return [
      ...bars,
      ...levels.map((line) => ({
        labels: [...where, label(line.quantity, asked)],
        readings: [onLine(line, year, heights, asked), BLANK],
      })),
      ...(own.length === 0
        ? []
        : [
            { labels: [...where, say(language, 'Sum', '合计')], readings: [BLANK, all] },
            ...(levels.length === 0
              ? []
              : [
                  {
                    labels: [
                      ...where,
                      say(language, 'Costs less than the first level', '成本低于首个对照水平'),
                    ],
                    readings: [BLANK, below],
                  },
                ]),
          ]),
    ];
  });
  return {
    head: [
      say(language, `height, ${heights.unit}`, `高度，${heights.unit}`),
      say(language, `width, ${widths.unit}`, `宽度，${widths.unit}`),
    ],
    lines,
    unit: '',
    also: [],
  };
}
