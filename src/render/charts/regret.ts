// Chart kind `regret`: what each strategy costs more than the cheapest in each scenario, and which strategy regrets least.

import type { ChartRequest, RegretFinding } from '../../analyse/index.ts';
import { clauses, type Language, listed, named, say } from '../wording.ts';
import { asRegret } from './bodies.ts';
import type { Sketching } from './chart.ts';
import { distinct, labelOf, type Shown, select } from './data.ts';
import { everyScenario, everyStrategy } from './every.ts';
import { fixed } from './numbers.ts';
import { TINTS } from './theme.ts';
import { briefUnit } from './units.ts';

const MOST_SCENARIOS = 10;
const MOST_STRATEGIES = 8;
const MOST_DECIMALS = 6;
/** What stands for the regret of a chart that asks for none. */
const NOTHING: RegretFinding = {
  chart: '',
  quantity: '',
  year: 0,
  scenarios: [],
  strategies: [],
  least: [],
};

/** Which strategy regrets least, how much and where; then the one that comes next. */
function headline(regret: RegretFinding, shown: Shown, request: ChartRequest, language: Language): string {
  const [quantity = ''] = request.quantities;
  const amount = (value: number): string =>
    fixed(shown.convert(quantity, value), shown.decimals) + briefUnit(shown.unit, language);
  const title = (name: string): string => {
    const found = shown.strategies.find((one) => one.name === name);
    return found ? named(found.title, language) : name;
  };
  const places = (where: readonly string[]): string => {
    const names = shown.scenarios
      .filter(({ name }) => where.includes(name))
      .map((one) => named(one.title, language));
    const [first = '', ...others] = names;
    return names.length <= 2
      ? listed(names, language)
      : say(language, `${first} and ${others.length} others`, `${first}等 ${names.length} 个情景`);
  };
  const best = regret.strategies.find(({ strategy }) => regret.least.includes(strategy));
  if (best === undefined) return say(language, 'No strategies to compare', '没有可比较的策略');
  if (regret.least.length === regret.strategies.length)
    return say(
      language,
      shown.whole.strategies ? 'All strategies regret alike' : 'All strategies shown regret alike',
      `${everyStrategy(shown, language)}的最大后悔值相同`,
    );
  const names = listed(regret.least.map(title), language);
  const several = regret.least.length > 1;
  const rest = regret.strategies.filter(({ strategy }) => !regret.least.includes(strategy));
  const next = rest.reduce((one, other) => (other.largest < one.largest ? other : one), rest[0] ?? best);
  const first =
    best.largest === 0
      ? say(
          language,
          `${names} ${several ? 'cost' : 'costs'} least in ${everyScenario(shown, language)}`,
          `${names}在${everyScenario(shown, language)}下成本均最低`,
        )
      : several
        ? say(
            language,
            `${names} regret least: at most ${amount(best.largest)}`,
            `${names}的最大后悔值最小：${amount(best.largest)}`,
          )
        : say(
            language,
            `${names} regrets least: at most ${amount(best.largest)}, in ${places(best.where)}`,
            `${names}的最大后悔值最小：${amount(best.largest)}（${places(best.where)}）`,
          );
  const then = say(
    language,
    `${title(next.strategy)} up to ${amount(next.largest)}`,
    `${title(next.strategy)}最高 ${amount(next.largest)}`,
  );
  return clauses([first, then], language);
}

const note = (name: string, language: Language): string =>
  say(
    language,
    'Regret: what a strategy costs more than the cheapest in the same scenario, in the central case; no scenario counts as likelier than another. ' +
      `Below it the ${name}.`,
    `后悔值：同一情景下某策略比成本最低的策略多付的成本（中心情形）；各情景不设概率。下方小字为${name}。`,
  );

/** `to 2.8`, `to 5.7`: where each tint of the table ends, with as many decimals as keep the ends apart. */
function bandsOf(most: number, decimals: number, language: Language): readonly string[] {
  if (most === 0) return [];
  const ends = TINTS.map((_, index) => (most * (index + 1)) / TINTS.length);
  const texts = Array.from({ length: MOST_DECIMALS }, (_, more) =>
    ends.map((end) => fixed(end, decimals + more)),
  );
  const apart = texts.find((each) => distinct(each).length === each.length) ?? texts.at(-1) ?? [];
  return apart.map((end, index) =>
    index === 0
      ? say(language, `regret up to ${end}`, `后悔值不超过 ${end}`)
      : say(language, `up to ${end}`, `不超过 ${end}`),
  );
}

export const regret: Sketching = (request, findings, language) => {
  const [quantity = ''] = request.quantities;
  const found = findings.regrets.find(({ chart }) => chart === request.name) ?? NOTHING;
  const once = findings.quantities.get(quantity)?.over === 'base';
  const shown = select({ ...request, years: once ? [] : [found.year] }, findings, language);
  const scenarios = shown.scenarios.slice(0, MOST_SCENARIOS);
  const rows = found.strategies.slice(0, MOST_STRATEGIES);
  const left = [...shown.scenarios.slice(MOST_SCENARIOS), ...shown.strategies.slice(MOST_STRATEGIES)].map(
    (one) => named(one.title, language),
  );
  const titleOf = (name: string): string =>
    named(shown.strategies.find((one) => one.name === name)?.title ?? { en: name, zh: name }, language);
  const text = (value: number): string => fixed(shown.convert(quantity, value), shown.decimals);
  const name = labelOf(request, findings, quantity, language);
  return {
    headline: headline(found, shown, request, language),
    facts: once ? [] : [say(language, `${found.year}`, `${found.year} 年`)],
    unit: shown.unit,
    notes: [note(name, language)],
    left,
    ...asRegret({
      columns: scenarios.map((one) => named(one.title, language)),
      rows: rows.map((row) => ({
        name: titleOf(row.strategy),
        least: found.least.includes(row.strategy),
        cells: scenarios.map(({ name }) => {
          const place = found.scenarios.indexOf(name);
          const value = row.regrets[place] ?? 0;
          const below = text(row.costs[place] ?? 0);
          return { value, text: text(value), below, marked: row.where.includes(name) };
        }),
        largest: { value: row.largest, text: text(row.largest) },
      })),
      words: {
        largest: say(language, 'Largest regret', '最大后悔值'),
        least: say(language, 'regrets least', '后悔最小'),
        none: say(language, 'costs least in the scenario', '该情景下成本最低'),
        bands: bandsOf(
          Math.max(0, ...rows.map(({ largest }) => shown.convert(quantity, largest))),
          shown.decimals,
          language,
        ),
      },
    }),
  };
};
