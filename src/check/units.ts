// Rule: every node of every formula has a unit; what is added, compared or chosen between measures the same thing; the result is what was declared.
import { assertNever, type Diagnostic, error } from '../diagnostics/index.ts';
import { type Expression, type OperationNode, words } from '../language/index.ts';
import type { Program } from '../resolve/index.ts';
import {
  dimensionName,
  divide,
  isPure,
  multiply,
  ONE,
  power,
  sameDimension,
  sideBySide,
  UNKNOWN,
  type Unit,
} from '../units/index.ts';
import { type Subject, subjects } from './formulas.ts';

/** The unit of a node: `any` for a literal zero, undefined where a fault below was reported already. */
type Found = Unit | 'any' | undefined;

interface Context {
  readonly program: Program;
  readonly subject: Subject;
  readonly diagnostics: Diagnostic[];
}

export function checkUnits(program: Program): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const subject of subjects(program)) {
    const found = unitOf(subject.expression, { program, subject, diagnostics });
    const { quantity, expression } = subject;
    if (found === undefined || found === 'any') continue;
    if (quantity === undefined) {
      if (!isPure(found))
        diagnostics.push(
          error('unit/condition', 'a check is a condition, such as a >= b', expression.span, {
            text: found.text,
          }),
        );
    } else if (!sameDimension(found, quantity.unit))
      diagnostics.push(
        error(
          'unit/result',
          `the formula of ${quantity.name} does not give ${quantity.unit.text}`,
          expression.span,
          {
            text: found.text,
            also: [{ span: quantity.unitSpan, text: 'declared' }],
            notes: sideBySide(['gives', found], ['declared', quantity.unit]),
          },
        ),
      );
  }
  return diagnostics;
}

function unitOf(node: Expression, context: Context): Found {
  const { program, diagnostics } = context;
  switch (node.kind) {
    case 'number':
      return node.value === 0 ? 'any' : ONE;
    case 'year':
      return ONE;
    case 'reference':
      return readable(program.quantities.get(node.name)?.unit);
    case 'unary': {
      const operand = unitOf(node.operand, context);
      if (node.operator === '-') return operand;
      requirePure(operand, node.operand, context);
      return ONE;
    }
    case 'over':
      return unitOf(node.operand, context);
    case 'cases':
      return alike(
        [...node.branches.values()].map(({ expression }) => ({
          expression,
          unit: unitOf(expression, context),
        })),
        (first, other) => `the branches measure ${kind(first)} and ${kind(other)}`,
        context,
      );
    case 'call':
      return callUnit(node, context);
    case 'operation':
      break;
    default:
      return assertNever(node);
  }
  const left = unitOf(node.left, context);
  const right = unitOf(node.right, context);
  switch (node.operator) {
    case '+':
    case '-':
      return same(left, right, node, context);
    case '*':
    case '/': {
      if (left === undefined || right === undefined) return undefined;
      const combine = node.operator === '*' ? multiply : divide;
      return combine(left === 'any' ? ONE : left, right === 'any' ? ONE : right);
    }
    case '^': {
      if (left === undefined || right === undefined) return undefined;
      const exponent =
        node.right.kind === 'unary' && node.right.operator === '-' && node.right.operand.kind === 'number'
          ? -node.right.operand.value
          : node.right.kind === 'number'
            ? node.right.value
            : undefined;
      if (left === 'any' || isPure(left)) {
        requirePure(right, node.right, context);
        return ONE;
      }
      if (exponent === undefined || !Number.isInteger(exponent)) {
        diagnostics.push(
          error('unit/power', `${left.text} can only be raised to a whole number`, node.right.span),
        );
        return undefined;
      }
      return power(left, exponent);
    }
    case 'and':
    case 'or':
      requirePure(left, node.left, context);
      requirePure(right, node.right, context);
      return ONE;
    default:
      same(left, right, node, context);
      return ONE;
  }
}

/** One of several expressions of which one is taken: a branch, or an argument. */
interface Part {
  readonly expression: Expression;
  readonly unit: Found;
}

/** The unit of parts that must all measure the same thing; a literal zero measures what the others do. */
function alike(
  parts: readonly Part[],
  say: (first: Unit, other: Unit) => string,
  { diagnostics }: Context,
): Found {
  const measured = parts.flatMap(({ expression, unit }) =>
    unit === undefined || unit === 'any' ? [] : [{ expression, unit }],
  );
  const [first] = measured;
  const other = measured.find(({ unit }) => first !== undefined && !sameDimension(first.unit, unit));
  if (first === undefined || other === undefined)
    return parts.some(({ unit }) => unit === undefined) ? undefined : (first?.unit ?? 'any');
  diagnostics.push(
    error('unit/mismatch', say(first.unit, other.unit), other.expression.span, {
      text: other.unit.text,
      also: [{ span: first.expression.span, text: first.unit.text }],
      notes: sideBySide(['first', first.unit], ['here', other.unit]),
    }),
  );
  return undefined;
}

function callUnit(node: Expression & { kind: 'call' }, context: Context): Found {
  const rule = words.get(node.word)?.units ?? 'pure';
  const found = node.arguments.map((argument) => unitOf(argument, context));
  switch (rule) {
    case 'pure':
      for (const [index, argument] of node.arguments.entries()) requirePure(found[index], argument, context);
      return ONE;
    case 'root': {
      const [unit] = found;
      if (unit === undefined || unit === 'any') return unit;
      if (Object.values(unit.dimension).some((exponent) => exponent % 2 !== 0)) {
        context.diagnostics.push(error('unit/power', `${unit.text} has no square root`, node.span));
        return undefined;
      }
      return power(unit, 0.5);
    }
    case 'choice':
    case 'same': {
      const parts = node.arguments.map((expression, index) => ({ expression, unit: found[index] }));
      const [condition, ...choices] = parts;
      if (rule === 'choice' && condition !== undefined)
        requirePure(condition.unit, condition.expression, context);
      const unit = alike(
        rule === 'choice' ? choices : parts,
        (first, other) => `${node.word} chooses between ${kind(first)} and ${kind(other)}`,
        context,
      );
      return found.includes(undefined) ? undefined : unit;
    }
    default:
      return assertNever(rule);
  }
}

/** A unit that could not be read was reported where it stands. */
const readable = (unit: Unit | undefined): Unit | undefined => (unit === UNKNOWN ? undefined : unit);

function requirePure(found: Found, node: Expression, { diagnostics }: Context): void {
  if (found !== undefined && found !== 'any' && !isPure(found))
    diagnostics.push(
      error('unit/pure', 'a pure number is needed here', node.span, {
        text: found.text,
        notes: sideBySide(['here', found]),
        help: `compare it with a quantity in ${found.text}, or divide it by one`,
      }),
    );
}

const verbs: Readonly<Record<string, string>> = { '+': 'added', '-': 'subtracted from each other' };

function same(left: Found, right: Found, node: OperationNode, context: Context): Found {
  if (left === undefined || right === undefined) return undefined;
  if (left === 'any') return right;
  if (right === 'any' || sameDimension(left, right)) return left;
  context.diagnostics.push(
    error(
      'unit/mismatch',
      `${kind(left)} and ${kind(right)} cannot be ${verbs[node.operator] ?? 'compared'}`,
      node.operatorSpan,
      {
        also: [
          { span: node.left.span, text: left.text },
          { span: node.right.span, text: right.text },
        ],
        notes: sideBySide(['left', left], ['right', right]),
        help: rewrite(left, right, context),
      },
    ),
  );
  return undefined;
}

const kind = (unit: Unit): string =>
  isPure(unit) ? 'a pure number' : `${dimensionName(unit.dimension)} [${unit.text}]`;

/** The factor that would make both sides agree, if a quantity in reach of the model supplies it; else silence. */
function rewrite(left: Unit, right: Unit, { program, subject }: Context): string | undefined {
  const reach = [...subject.model.quantities, ...subject.model.given.map(({ name }) => name)].filter(
    (name) => name !== subject.quantity?.name,
  );
  const supplying = (unit: Unit): string[] =>
    reach.flatMap((name) => {
      const quantity = program.quantities.get(name);
      return quantity !== undefined && sameDimension(quantity.unit, unit)
        ? [`${name} (${quantity.unit.text})`]
        : [];
    });
  // Any quantity of the one side would turn a pure number into it: no hint at what is meant.
  if (isPure(left) || isPure(right)) return undefined;
  for (const [side, factor] of [
    ['right', divide(left, right)],
    ['left', divide(right, left)],
  ] as const) {
    const found = supplying(factor);
    if (found.length > 0)
      return `multiply the ${side} side by a quantity of ${dimensionName(factor.dimension)}; in reach: ${found.slice(0, 3).join(', ')}`;
  }
  return undefined;
}
