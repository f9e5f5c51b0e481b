// The numbers of strategies held against each other: regrets and differences.

import { select, yearOf } from '../../charts/data.ts';
import { fixed, signed } from '../../charts/numbers.ts';
import {
  caseTitle,
  exactly,
  numberOf,
  numberTitle,
  scenarioTitle,
  strategyTitle,
  told,
  type Where,
} from '../../opening.ts';
import { say } from '../../wording.ts';
import type { Reading } from '../types.ts';
import { type Asked, BLANK, type Drawn, label, NONE } from './common.ts';

/** One quantity in a year, summed over its elements, in the unit shown. */
function amounts(asked: Asked, year: number) {
  const { request, findings, language } = asked;
  const [quantity = ''] = request.quantities;
  const once = findings.quantities.get(quantity)?.over === 'base';
  const shown = select({ ...request, years: once ? [] : [year] }, findings, language);
  const factor = 1 / shown.convert(quantity, 1);
  const valueIn = ({ scenario, strategy }: Where): number =>
    shown.lines
      .filter((line) => line.scenario === scenario && line.strategy === strategy)
      .reduce(
        (sum, line) => sum + (line.values[line.years.length === 1 ? 0 : line.years.indexOf(year)] ?? 0),
        0,
      );
  const numberIn = (where: Where): Reading => {
    const value = valueIn(where);
    const unit = { name: shown.unit, factor };
    return numberOf(
      fixed(value, shown.decimals),
      { quantity, year },
      where,
      { value: value * factor, unit },
      asked,
    );
  };
  const less = (where: Where, other: Where, title: string, about: string, text: typeof fixed): Reading => {
    const value = valueIn(where) - valueIn(other);
    return told(text(value, shown.decimals), {
      title,
      about,
      unit: shown.unit,
      exact: exactly(value * factor, findings.quantities.get(quantity)?.unit ?? '1', language),
      of: [
        [caseTitle(where, asked), numberIn(where)],
        [say(language, 'less ', '减去 ') + caseTitle(other, asked), numberIn(other)],
      ],
    });
  };
  return { quantity, shown, valueIn, numberIn, less };
}

/** What each strategy costs, and costs more than the cheapest in the same scenario. */
export function regrets(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const found = findings.regrets.find(({ chart }) => chart === request.name);
  if (found === undefined) return NONE;
  const { quantity, shown, valueIn, numberIn, less } = amounts(asked, found.year);
  const names = shown.strategies.map(({ name }) => name);
  const about = say(
    language,
    'The cost of this strategy less that of the cheapest strategy in the same scenario.',
    '该策略的成本减去同一情景下最低成本策略的成本。',
  );
  const regretIn = (scenario: string, strategy: string): Reading => {
    const best = names.reduce((one, other) =>
      valueIn({ scenario, strategy: other }) < valueIn({ scenario, strategy: one }) ? other : one,
    );
    const where = { scenario, strategy };
    const title = say(language, 'Regret: ', '后悔值：') + numberTitle(quantity, found.year, where, asked);
    return less(where, { scenario, strategy: best }, title, about, fixed);
  };
  const scenarios = shown.scenarios.map(({ name }) => name);
  const lines = found.strategies.flatMap(({ strategy, largest: most }) => {
    const own = scenarios.map((name) => regretIn(name, strategy));
    const name = strategyTitle(strategy, asked);
    const top = told(fixed(shown.convert(quantity, most), shown.decimals), {
      title: `${say(language, 'Largest regret: ', '最大后悔值：')}${name}`,
      about: say(language, 'The largest of its regrets over the scenarios.', '各情景下后悔值中的最大者。'),
      unit: shown.unit,
      of: scenarios.map((one, place) => [scenarioTitle(one, asked), own[place] ?? BLANK]),
    });
    return [
      { labels: [name, say(language, 'regret', '后悔值')], readings: [...own, top] },
      {
        labels: [name, label(quantity, asked)],
        readings: [...scenarios.map((scenario) => numberIn({ scenario, strategy })), BLANK],
      },
    ];
  });
  const head = [
    ...scenarios.map((name) => scenarioTitle(name, asked)),
    say(language, 'Largest regret', '最大后悔值'),
  ];
  return { head, lines, unit: shown.unit, also: [] };
}

/** Each strategy less the first one. */
export function differences(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const year = yearOf(request, findings);
  const { quantity, shown, less } = amounts(asked, year);
  const [first, ...others] = shown.strategies;
  const reference = first?.name ?? '';
  const lines = others.map(({ name: strategy }) => ({
    labels: [strategyTitle(strategy, asked)],
    readings: shown.scenarios.map(({ name: scenario }) => {
      const where = { scenario, strategy };
      return less(
        where,
        { scenario, strategy: reference },
        numberTitle(quantity, year, where, asked) +
          say(
            language,
            `, less ${strategyTitle(reference, asked)}`,
            `，减去${strategyTitle(reference, asked)}`,
          ),
        say(
          language,
          'The number of this strategy less that of the first one in the same scenario.',
          '同一情景下该策略的数值减去首个策略的数值。',
        ),
        signed,
      );
    }),
  }));
  const head = shown.scenarios.map(({ name }) => scenarioTitle(name, asked));
  return { head, lines, unit: shown.unit, also: [] };
}
