// The numbers of fans, tornados and drivers: what draws and single inputs make of one quantity.

import { casesOf } from '../../charts/cases.ts';
import { distinct, select } from '../../charts/data.ts';
import { nameOf as driverName, largest, percent } from '../../charts/drivers.ts';
import { drawnOnce, seriesOf } from '../../charts/fan.ts';
import { decimalsFor, fixed, percentOf, short } from '../../charts/numbers.ts';
import { nameOf as inputName, strongest } from '../../charts/tornado.ts';
import { briefUnit, declared, scaled } from '../../charts/units.ts';
import { exactly, numberOf, numberTitle, told } from '../../opening.ts';
import { named, say } from '../../wording.ts';
import type { Reading } from '../types.ts';
import { type Asked, BLANK, type Drawn, NONE } from './common.ts';

const PERCENTILES = [5, 25, 50, 75, 95] as const;

/** The percentiles of the bands and the central case, year by year. */
export function fans(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const shown = drawnOnce(select(request, findings, language), request, findings);
  const once = shown.strategies.length === 1;
  const { short: near, medium, long } = findings.horizons;
  const lines = casesOf(shown, language).cases.flatMap((one) => {
    const found = seriesOf(one, request, findings);
    if (found === undefined) return [];
    return distinct(
      [near, medium, long, ...asked.named].filter(
        (year) => found.years.includes(year) && (request.years.length === 0 || request.years.includes(year)),
      ),
    ).map((year) => {
      const at = found.years.indexOf(year);
      const factor = 1 / shown.convert(found.quantity, 1);
      const central = numberOf(
        fixed((found.central[at] ?? 0) / factor, shown.decimals),
        { quantity: found.quantity, year },
        found,
        { value: found.central[at] ?? 0, unit: { name: shown.unit, factor } },
        asked,
      );
      return {
        labels: [
          named(one.scenario.title, language),
          ...(once ? [] : [named(one.strategy.title, language)]),
          String(year),
        ],
        readings: [
          ...(found.distributions[at]?.percentiles ?? []).map((value, place) => ({
            ...central,
            text: fixed(value / factor, shown.decimals),
            percentiles: PERCENTILES.slice(place, place + 1),
          })),
          central,
        ],
      };
    });
  });
  const head = [...PERCENTILES.map((one) => `P${one}`), say(language, 'Central case', '中心情形')];
  return { head, lines, unit: shown.unit, also: [] };
}

/** A number of the case in which one input alone stands at an end of what it may be. */
export function ends(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const [quantity = ''] = request.quantities;
  const info = findings.quantities.get(quantity);
  const { year, one, shown } = strongest(request, findings);
  const values = shown.flatMap(({ low, high, central }) => [low ?? central, high ?? central, central]);
  const unit = scaled(info?.unit ?? '1', Math.max(0, ...values.map(Math.abs)), language);
  const centre = shown[0]?.central ?? 0;
  const decimals = decimalsFor(Math.max(0, ...values.map((value) => Math.abs(value - centre))) / unit.factor);
  const text = (value: number): string => fixed(value / unit.factor, decimals);
  const lines = shown.map((each) => {
    const central = numberOf(
      text(each.central),
      { quantity, year },
      one,
      { value: each.central, unit },
      asked,
    );
    const input = scaled(
      each.input.unit,
      Math.max(Math.abs(each.input.low), Math.abs(each.input.high)),
      language,
    );
    const at = (value: number): string => short(value / input.factor, 3) + briefUnit(input.name, language);
    const given = numberOf(
      at(each.input.central),
      { quantity: each.quantity, item: each.item, year: findings.years.at(-1) ?? year },
      one,
      { value: each.input.central, unit: input },
      asked,
    );
    const name = inputName(each, findings, language);
    const end = (value: number | undefined, of: number): Reading =>
      value === undefined
        ? BLANK
        : told(text(value), {
            title: `${numberTitle(quantity, year, one, asked)}${say(language, ' with ', '，')}${name} ${at(of)}`,
            about: say(
              language,
              `The models computed with this input at ${at(of)} (in the last year), all others as they are.`,
              `仅将该输入取为 ${at(of)}（最后一年的取值），其余不变，由模型重新计算。`,
            ),
            unit: unit.name,
            exact: exactly(value, each.unit, language),
            of: [
              [say(language, 'As it is', '原值'), central],
              [name, given],
            ],
          });
    return {
      labels: [name],
      readings: [end(each.low, each.input.low), central, end(each.high, each.input.high)],
    };
  });
  const head = [
    say(language, 'input at its low end', '输入取下限'),
    say(language, 'as it is', '原值'),
    say(language, 'input at its high end', '输入取上限'),
  ];
  return { head, lines, unit: unit.name, also: [] };
}

/** Shares of the variance. */
export function shares(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const { found, shown } = largest(request, findings);
  if (found === undefined) return NONE;
  const { headline: quantity, year } = found;
  const info = findings.quantities.get(quantity);
  const series = findings.series.find(
    (one) => one.quantity === quantity && one.scenario === found.scenario && one.strategy === found.strategy,
  );
  const value = series?.values[series.years.length === 1 ? 0 : series.years.indexOf(year)] ?? Number.NaN;
  const unit = declared(info?.unit ?? '1', value, language);
  const central = numberOf(
    exactly(value, info?.unit ?? '1', language),
    { quantity, year },
    found,
    { value, unit },
    asked,
  );
  const share = (of: number, error: number, name: string, about: string): Reading =>
    told(percent(of, language), {
      title: `${name}${say(language, ', share of the spread of ', '，在不确定性中的占比：')}${numberTitle(quantity, year, found, asked)}`,
      about,
      exact: percentOf(of, language, 12),
      facts: [
        [say(language, 'Standard error', '标准误'), percentOf(error, language, 2)],
        [say(language, 'Draws', '抽样次数'), fixed(findings.uncertainty?.draws ?? 0, 0)],
      ],
      of: central.spots.length === 0 ? [] : [[say(language, 'Central case', '中心情形'), central]],
    });
  const alone = say(
    language,
    'A first-order Sobol index: the share of the variance over the draws that would go if this input alone were known.',
    '一阶索博尔指数：仅已知该输入时，抽样方差会减少的比例。',
  );
  const total = say(
    language,
    'A total Sobol index: the share of the variance over the draws that would be left if all other inputs were known.',
    '总索博尔指数：其他输入全部已知时，仍会剩余的抽样方差比例。',
  );
  const lines = shown.map((driver) => {
    const name = driverName(driver, language);
    return {
      labels: [name],
      readings: [
        share(driver.first, driver.firstError, name, alone),
        share(driver.total, driver.totalError, name, total),
      ],
    };
  });
  const assumed = say(language, 'All inputs with assumed values', '全部含假设值的输入');
  const { assumed: guessed } = found;
  return {
    head: [say(language, 'the input alone', '单独解释'), say(language, 'with others', '含与其他输入共同')],
    lines: [
      ...lines,
      {
        labels: [assumed],
        readings: [
          share(guessed.first, guessed.firstError, assumed, alone),
          share(guessed.total, guessed.totalError, assumed, total),
        ],
      },
    ],
    unit: say(language, '% of the variance', '方差占比，%'),
    also: [],
  };
}
