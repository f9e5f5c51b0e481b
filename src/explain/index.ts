// Pure readers of a finished run: what a number comes from.
import type { Outcome } from '../diagnostics/index.ts';
import { type Sought, seek } from './question.ts';
import { explainedSum } from './sums.ts';
import type { Explanation, ExplanationGraph, Question } from './types.ts';
import { basisOf, walk } from './walk.ts';

export * from './compare/index.ts';
export { type Difference, differencesBetween, type FolderFiles, type Parting } from './difference.ts';
export { beside } from './drawn.ts';
export { explanationGraph } from './graph.ts';
export { nameOf } from './grounds.ts';
export { type Sought, seek } from './question.ts';
export { explanationText } from './text.ts';
export type * from './types.ts';
export { inDeclaredUnit } from './walk.ts';
export { layerWord } from './words.ts';

/** @param each position in the graph of the case that is explained, which is that of the question in a graph of all cases */
export function explanationOf(graph: ExplanationGraph, sought: Sought, each = sought.each): Explanation {
  const { study } = graph;
  const { scenario, strategy, groups, sum } = sought;
  const found = walk(graph, each, groups.flat());
  const [first = ''] = found.roots;
  const root = sum === undefined ? first : `${sum.of.name} ${sum.year}`;
  const numbers =
    sum === undefined
      ? found.numbers
      : new Map([[root, explainedSum(graph, each, sum.of, sum.year)], ...found.numbers]);
  return { study, scenario, strategy, root, numbers, basis: basisOf(numbers) };
}

/**
 * Explains one number of a run: of a quantity, of all its elements together (`item: all`), or of a row of the register (`register.carbon`).
 * @param horizon the year that is meant where the question names none
 * @returns the tree; errors `explain/...` say which quantity, item, year, scenario or strategy is not there
 */
export function explain(graph: ExplanationGraph, horizon: number, question: Question): Outcome<Explanation> {
  const { value, diagnostics } = seek(graph, horizon, question);
  return value === undefined ? { diagnostics } : { value: explanationOf(graph, value), diagnostics };
}
