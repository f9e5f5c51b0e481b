// Pure readers of a finished run: what a number comes from.

import { type Diagnostic, didYouMean, error, type Outcome } from '../diagnostics/index.ts';
import type { Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { basisOf, explainSpot, type PlaceOf } from './tree.ts';
import type { Explanation, Question } from './types.ts';

export { explanationText } from './text.ts';
export type { PlaceOf } from './tree.ts';
export type * from './types.ts';

/** What a question names that is not there, in words. */
function unknown(code: string, what: string, name: string, known: Iterable<string>): Diagnostic {
  const all = [...known];
  const listed = all.length <= 12 ? `there are ${all.join(', ')}` : undefined;
  return error(
    code,
    `there is no ${what} ${name}`,
    { file: 'command line', from: 0, to: 0 },
    {
      help: didYouMean(name, all) ?? listed,
    },
  );
}

/**
 * Explains one number of a run.
 * @returns the tree; errors `explain/...` say which quantity, item, year, scenario or strategy is not there
 */
export function explain(run: Run, study: Study, question: Question, placeOf: PlaceOf): Outcome<Explanation> {
  const { program, plan } = run;
  const slotIndex = plan.slotOf.get(question.quantity);
  const slot = slotIndex === undefined ? undefined : plan.slots[slotIndex];
  const quantity = program.quantities.get(question.quantity);
  if (slotIndex === undefined || slot === undefined || quantity === undefined)
    return { diagnostics: [unknown('explain/quantity', 'quantity', question.quantity, plan.slotOf.keys())] };

  const diagnostics: Diagnostic[] = [];
  const choose = <Item>(
    what: string,
    asked: string | undefined,
    all: readonly Item[],
    name: (item: Item) => string,
  ): Item | undefined => {
    const found =
      asked === undefined ? all[0] : all.find((item) => name(item).toLowerCase() === asked.toLowerCase());
    if (found === undefined) diagnostics.push(unknown(`explain/${what}`, what, asked ?? '', all.map(name)));
    return found;
  };
  const scenario = choose('scenario', question.scenario, study.scenarios, ({ name }) => name);
  const strategy = choose('strategy', question.strategy, study.strategies, ({ name }) => name);
  const items = slot.cells.map((key) => key.join('; '));
  if (question.item === undefined && items.length > 1)
    diagnostics.push(
      error(
        'explain/item',
        `${question.quantity} has a number for each ${quantity.sets.join(' and ')}`,
        { file: 'command line', from: 0, to: 0 },
        { help: `name one with --item: ${items.slice(0, 12).join(', ')}${items.length > 12 ? ', ...' : ''}` },
      ),
    );
  const item = choose('item', question.item, items, (name) => name);
  const year = question.year ?? study.horizons.medium;
  const time = slot.times === 1 && quantity.over === 'base' ? 0 : plan.years.indexOf(year);
  if (time < 0)
    diagnostics.push(
      unknown('explain/year', 'year', String(year), [`${plan.years[0]} to ${plan.years.at(-1)}`]),
    );
  const each = run.cases.find(
    ({ case: one }) => one.scenario.name === scenario?.name && one.strategy.name === strategy?.name,
  );
  if (
    diagnostics.length > 0 ||
    each === undefined ||
    scenario === undefined ||
    strategy === undefined ||
    item === undefined
  )
    return { diagnostics };
  const found = explainSpot(run, each, { slot: slotIndex, cell: items.indexOf(item), time }, placeOf);
  return {
    value: {
      study: study.name,
      scenario: scenario.name,
      strategy: strategy.name,
      ...found,
      basis: basisOf(found.numbers),
    },
    diagnostics: [],
  };
}
