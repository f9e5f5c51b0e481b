// Rule: every node of every formula has its sets; nothing is spread over a set silently, and nothing is summed silently.
import { assertNever, type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import {
  branchOf,
  type CasesNode,
  type Expression,
  type ReferenceNode,
  references,
} from '../language/index.ts';
import type { Program } from '../resolve/index.ts';
import { subjects } from './formulas.ts';

type Found = readonly string[] | undefined;

export function checkSets(program: Program): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { expression, quantity, role } of subjects(program)) {
    const found = setsOf(expression, program, diagnostics);
    if (found === undefined || quantity === undefined || role === 'check' || !known(quantity.sets, program))
      continue;
    const missing = quantity.sets.filter((set) => !found.includes(set));
    const extra = found.filter((set) => !quantity.sets.includes(set));
    const also = [{ span: quantity.span, text: by(quantity.sets) }];
    if (extra.length > 0) {
      const text = extra.reduce((inner, set) => `sum(${inner}, ${set})`, '...');
      diagnostics.push(
        error(
          'set/extra',
          `the formula of ${quantity.name} is ${by(found)}, the quantity ${by(quantity.sets)}`,
          expression.span,
          {
            text: by(found),
            also,
            help: `write ${text} to add up, or declare by: ${found.length === 1 ? found[0] : `[${found.join(', ')}]`}`,
          },
        ),
      );
    }
    if (missing.length > 0)
      diagnostics.push(
        error(
          'set/missing',
          `the formula of ${quantity.name} does not depend on ${missing.join(' or ')}: it would be repeated for every element`,
          expression.span,
          {
            text: by(found),
            also,
            help: `if that is meant, write each(..., ${missing[0]}); else drop ${missing[0]} from by`,
          },
        ),
      );
  }
  return diagnostics;
}

/** The sets by which an expression of a checked program has values. */
export const setsIn = (expression: Expression, program: Program): readonly string[] =>
  setsOf(expression, program, []) ?? [];

/** A set that no file defines was reported where the quantity names it; models on their own define none. */
const known = (sets: readonly string[], program: Program): boolean =>
  program.study === undefined || sets.every((set) => program.sets.has(set));

function setsOf(node: Expression, program: Program, diagnostics: Diagnostic[]): Found {
  const below = (child: Expression): Found => setsOf(child, program, diagnostics);
  switch (node.kind) {
    case 'number':
    case 'year':
      return [];
    case 'reference':
      return referenceSets(node, program, diagnostics);
    case 'unary':
      return below(node.operand);
    case 'call':
      return equal(node.arguments, node.word, program, diagnostics);
    case 'cases':
      return casesSets(node, program, diagnostics);
    case 'over':
      return overSets(node, below(node.operand), program, diagnostics);
    case 'operation': {
      const { operator } = node;
      if (operator !== '*' && operator !== '/' && operator !== '^')
        return equal([node.left, node.right], operator, program, diagnostics);
      const [left, right] = [below(node.left), below(node.right)];
      return left === undefined || right === undefined
        ? undefined
        : [...left, ...right.filter((set) => !left.includes(set))];
    }
    default:
      return assertNever(node);
  }
}

/** A branch stands for one element, so it is one number; every element has a branch and no branch is a stranger's. */
function casesSets(node: CasesNode, program: Program, diagnostics: Diagnostic[]): Found {
  const faults = diagnostics.length;
  const elements = program.sets.get(node.set)?.elements.map(({ id }) => id);
  const strangers =
    elements === undefined ? [] : [...node.branches].filter(([id]) => id !== 'all' && !elements.includes(id));
  for (const [id, { key }] of strangers)
    diagnostics.push(
      error('set/element', `${id} is not an element of ${node.set}`, key, {
        help: didYouMean(id, elements ?? []),
      }),
    );
  const lacking = (elements ?? []).filter((id) => branchOf(node, id) === undefined);
  if (strangers.length === 0 && lacking.length > 0)
    diagnostics.push(
      error('set/branch', `the formula says nothing for ${lacking.join(', ')}`, node.span, {
        help: `add ${lacking[0]}: ..., or all: ... for every element that is not named`,
      }),
    );
  for (const [id, { expression }] of node.branches) {
    const sets = setsOf(expression, program, diagnostics) ?? [];
    if (sets.length > 0)
      diagnostics.push(
        error('set/branch', `the branch ${id} is ${by(sets)}: it must be one number`, expression.span, {
          text: by(sets),
          help: `read one element with x[element], or add up with sum(..., ${sets[0]})`,
        }),
      );
  }
  return diagnostics.length > faults ? undefined : [node.set];
}

/** Operands that are put side by side need the same sets; literals fit everywhere. */
function equal(
  operands: readonly Expression[],
  word: string,
  program: Program,
  diagnostics: Diagnostic[],
): Found {
  const found = operands.map((operand) => ({ operand, sets: setsOf(operand, program, diagnostics) }));
  if (found.some(({ sets }) => sets === undefined)) return undefined;
  const weighty = found.filter(({ operand, sets = [] }) => sets.length > 0 || references(operand).length > 0);
  const [first] = weighty;
  if (first?.sets === undefined) return [];
  for (const { operand, sets = [] } of weighty.slice(1)) {
    if (sameSets(first.sets, sets)) continue;
    const missing =
      first.sets.find((set) => !sets.includes(set)) ?? sets.find((set) => !first.sets?.includes(set));
    diagnostics.push(
      error('set/broadcast', `${word} puts ${by(first.sets)} beside ${by(sets)}`, operand.span, {
        text: by(sets),
        also: [{ span: first.operand.span, text: by(first.sets) }],
        help: `write each(..., ${missing}) to repeat the one for every element, or sum(..., ${missing}) to add the other up`,
      }),
    );
    return undefined;
  }
  return first.sets;
}

const sameSets = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((set) => right.includes(set));

function referenceSets(node: ReferenceNode, program: Program, diagnostics: Diagnostic[]): Found {
  const quantity = program.quantities.get(node.name);
  if (quantity === undefined || !known(quantity.sets, program)) return undefined;
  let sets = quantity.sets;
  for (const pick of node.picks) {
    if (pick.kind === 'element') {
      const holder =
        sets.find((set) => program.sets.get(set)?.elements.some(({ id }) => id === pick.element)) ??
        (program.study === undefined && sets.length === 1 ? sets[0] : undefined);
      if (holder === undefined) {
        const known = sets.flatMap((set) => program.sets.get(set)?.elements.map(({ id }) => id) ?? []);
        diagnostics.push(
          error(
            'set/element',
            `${pick.element} is not an element of ${sets.join(' or ') || `${node.name}, which has no sets`}`,
            pick.span,
            { help: didYouMean(pick.element, known) },
          ),
        );
        return undefined;
      }
      sets = sets.filter((set) => set !== holder);
    } else {
      if (!sets.includes(pick.attribute)) {
        diagnostics.push(
          error(
            'set/attribute',
            `${node.name} is ${by(sets)}, so it cannot be read through ${pick.set}.${pick.attribute}`,
            pick.span,
            { help: didYouMean(pick.attribute, sets) },
          ),
        );
        return undefined;
      }
      const definition = program.sets.get(pick.set);
      if (definition !== undefined) {
        const lacking = definition.elements.filter(({ attributes }) => !attributes.has(pick.attribute));
        const [first] = lacking;
        if (first !== undefined) {
          // At the element, so that it is said once and not for every formula that reads it.
          const ids = lacking.map(({ id }) => id).join(', ');
          diagnostics.push(
            error(
              'set/attribute',
              `${ids} of ${pick.set} ${lacking.length === 1 ? 'has' : 'have'} no ${pick.attribute}`,
              first.span,
              {
                also: [{ span: pick.span, text: 'read here' }],
                help: `add ${pick.attribute}: ... to ${ids}`,
              },
            ),
          );
          return undefined;
        }
      } else if (program.study !== undefined) {
        diagnostics.push(
          error('set/unknown', `${pick.set} is not a set`, pick.span, {
            help: didYouMean(pick.set, program.sets.keys()),
          }),
        );
        return undefined;
      }
      sets = [...new Set(sets.map((set) => (set === pick.attribute ? pick.set : set)))];
    }
  }
  return sets;
}

function overSets(
  node: Expression & { kind: 'over' },
  operand: Found,
  program: Program,
  diagnostics: Diagnostic[],
): Found {
  if (operand === undefined) return undefined;
  if (node.set === 'year') {
    if (node.word === 'sum') return operand;
    diagnostics.push(
      error('set/unknown', 'a value holds for every year by itself: each takes a set', node.setSpan),
    );
    return undefined;
  }
  if (node.word === 'sum') {
    if (operand.includes(node.set)) return operand.filter((set) => set !== node.set);
    diagnostics.push(
      error('set/sum', `there is no ${node.set} to sum over: this is ${by(operand)}`, node.setSpan, {
        also: [{ span: node.operand.span, text: by(operand) }],
        help:
          didYouMean(node.set, operand) ??
          (operand.length === 0 ? 'drop the sum' : `sets here: ${operand.join(', ')}`),
      }),
    );
    return undefined;
  }
  if (operand.includes(node.set)) {
    diagnostics.push(
      error('set/each', `this is ${by(operand)} already`, node.setSpan, {
        also: [{ span: node.operand.span, text: by(operand) }],
        help: 'drop the each',
      }),
    );
    return undefined;
  }
  if (!program.sets.has(node.set) && (program.study !== undefined || program.sets.size > 0)) {
    diagnostics.push(
      error('set/unknown', `${node.set} is not a set`, node.setSpan, {
        help: didYouMean(node.set, program.sets.keys()) ?? `sets: ${[...program.sets.keys()].join(', ')}`,
      }),
    );
    return undefined;
  }
  return [...operand, node.set];
}

const by = (sets: readonly string[]): string =>
  sets.length === 0 ? 'one number' : `by ${sets.join(' and ')}`;
