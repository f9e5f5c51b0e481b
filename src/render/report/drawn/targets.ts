// The numbers that the headline of a target's chart says beside those of its lines: the goal, and how far from it the nearest case is.

import type { ChartRequest } from '../../../analyse/index.ts';
import type { Shown } from '../../charts/data.ts';
import { short } from '../../charts/numbers.ts';
import { briefUnit, signOf } from '../../charts/units.ts';
import { exactly, factsOf, given, numberOf, numberTitle, type Telling, told } from '../../opening.ts';
import { named, say } from '../../wording.ts';
import type { Reading } from '../types.ts';

export function targetNumbers(request: ChartRequest, shown: Shown, telling: Telling): readonly Reading[] {
  const { findings, language } = telling;
  const own = findings.targets.filter(
    ({ quantity, scenario, strategy }) =>
      request.quantities.includes(quantity) &&
      shown.scenarios.some(({ name }) => name === scenario) &&
      shown.strategies.some(({ name }) => name === strategy),
  );
  return own.flatMap((target): readonly Reading[] => {
    const { name, title, quantity, item, year, goal, gap, value, unit } = target;
    const set = findings.assumptions.find((one) => one.quantity === `targets.${name}`);
    if (set === undefined) return [];
    const sign = signOf(shown.unit, language);
    const aim = given(
      short(shown.convert(quantity, goal), 4) + sign,
      named(title, language),
      factsOf(set, telling),
      telling,
    );
    const factor = 1 / shown.convert(quantity, 1);
    const text = short(shown.convert(quantity, value), 4) + sign;
    const found = numberOf(
      text,
      { quantity, item, year },
      target,
      { value, unit: { name: shown.unit, factor } },
      telling,
    );
    const distance = told(short(Math.abs(shown.convert(quantity, gap)), 3), {
      title: `${named(title, language)}${say(language, ', distance of ', '，差距：')}${numberTitle(quantity, year, target, telling)}`,
      about: say(language, 'The number less the goal.', '该数值减去目标值。'),
      unit: briefUnit(shown.unit, language).trim(),
      exact: exactly(gap, unit, language),
      of: [
        [numberTitle(quantity, year, target, telling), found],
        [say(language, 'Goal', '目标值'), aim],
      ],
    });
    return [aim, distance];
  });
}
