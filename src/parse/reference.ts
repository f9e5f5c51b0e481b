// What stands in the brackets after a name: a lag, a fixed year, an element, an attribute of a set.
import type { Span } from '../diagnostics/index.ts';
import { NOW, type Pick, type When } from '../language/index.ts';
import { type Cursor, join } from './formula.ts';
import type { IndexNode, MathNode } from './mathjs.ts';

interface Index {
  readonly when: When;
  readonly picks: readonly Pick[];
  /** The closing bracket. */
  readonly close: Span;
}

/** Reads `[ ... ]`; the cursor stands at the opening bracket. */
export function readIndex(index: IndexNode, cursor: Cursor): Index {
  const open = cursor.next();
  if (index.dimensions.length === 0)
    cursor.fail(
      'formula/index',
      'nothing stands in the brackets',
      open.span,
      'drop them, or write x[year - 1]',
    );
  let when: When | undefined;
  const picks: Pick[] = [];
  for (const [position, dimension] of index.dimensions.entries()) {
    if (position > 0) cursor.next();
    const part = readPart(dimension, cursor);
    if ('set' in part || 'element' in part) picks.push(part);
    else if (when !== undefined) cursor.fail('formula/index', 'two years in one pair of brackets', open.span);
    else when = part;
  }
  return { when: when ?? NOW, picks, close: cursor.next().span };
}

function readPart(node: MathNode, cursor: Cursor): When | Pick {
  const first = cursor.next();
  switch (node.type) {
    case 'SymbolNode':
      if (node.name === 'year') return NOW;
      if (node.name === 'base') return { kind: 'fixed', year: 'base' };
      return { kind: 'element', element: node.name, span: first.span };
    case 'ConstantNode':
      if (typeof node.value === 'string') return { kind: 'element', element: node.value, span: first.span };
      if (Number.isInteger(node.value)) return { kind: 'fixed', year: Number(node.value) };
      break;
    case 'AccessorNode': {
      const [dimension] = node.index.dimensions;
      if (node.object.type !== 'SymbolNode' || !node.index.dotNotation || dimension?.type !== 'ConstantNode')
        break;
      cursor.next();
      const attribute = cursor.next();
      const span = { ...first.span, to: attribute.span.to };
      return { kind: 'attribute', set: node.object.name, attribute: attribute.text, span };
    }
    case 'OperatorNode': {
      const [left, right] = node.args;
      if (left?.type !== 'SymbolNode' || left.name !== 'year' || right?.type !== 'ConstantNode') break;
      cursor.next();
      const years = cursor.next();
      if (node.op === '+')
        return cursor.fail(
          'formula/ahead',
          'a formula looks back, never ahead',
          join(first.span, years.span),
          'write x[year - 1]',
        );
      if (node.op === '-' && Number.isInteger(right.value) && Number(right.value) >= 1)
        return { kind: 'lag', years: Number(right.value) };
      break;
    }
    default:
      break;
  }
  return cursor.fail(
    'formula/index',
    'brackets hold year - 1, a year, base, an element or set.attribute',
    first.span,
  );
}
