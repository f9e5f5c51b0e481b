// What stands behind a quantity that an example expects: the formulas to compute, the inputs to give, and what one year and one unnamed element cannot tell.
import type { Span } from '../diagnostics/index.ts';
import { branchOf, children, type Expression, type When } from '../language/index.ts';
import type { FormulaQuantity, Program } from '../resolve/index.ts';

/** A place in a formula that has no meaning in an example. */
interface Obstacle {
  readonly span: Span;
  readonly message: string;
  readonly help: string;
}

interface Needs {
  readonly formulas: readonly FormulaQuantity[];
  /** What nothing computes and the example does not give. */
  readonly lacking: readonly string[];
  readonly obstacles: readonly Obstacle[];
}

/** What the example says: its values by quantity, and its year if it names one. */
interface Said {
  readonly given: { readonly has: (name: string) => boolean };
  readonly year: number | undefined;
}

/** The year in which a quantity is read: that of the example, the base year, or another by its number. */
type Moment = 'now' | 'base' | number;

const ONE_YEAR = 'give it in with, or expect another quantity';

export function needsOf(expected: string, { quantities }: Program, said: Said): Needs {
  const formulas: FormulaQuantity[] = [];
  const lacking: string[] = [];
  const obstacles: Obstacle[] = [];
  const start: Moment = quantities.get(expected)?.over === 'base' ? 'base' : 'now';
  const moments = new Map<string, Moment>([[expected, start]]);
  for (const [name, moment] of moments) {
    const quantity = quantities.get(name);
    if (said.given.has(name)) continue;
    if (quantity?.kind !== 'formula') {
      lacking.push(name);
      continue;
    }
    formulas.push(quantity);
    const visit = (node: Expression): void => {
      const obstacle = obstacleAt(node, name, moment === start, said);
      if (obstacle !== undefined) obstacles.push({ span: node.span, ...obstacle });
      if (node.kind === 'reference' && obstacle === undefined) {
        const isBase = quantities.get(node.name)?.over === 'base';
        const read = isBase ? 'base' : momentOf(node.when, moment, said.year);
        // One number cannot stand for two years.
        if ((moments.get(node.name) ?? read) !== read)
          obstacles.push({
            span: node.span,
            message: `${node.name} is read in two years, and an example has one`,
            help: `give ${name} in with, or expect another quantity`,
          });
        else moments.set(node.name, read);
      }
      // The element of an example has no name, so it takes the branch of all others.
      const below = node.kind === 'cases' ? [branchOf(node, '')] : children(node);
      for (const child of below) if (child !== undefined) visit(child);
    };
    visit(quantity.is);
  }
  return { formulas, lacking, obstacles };
}

function momentOf(when: When, moment: Moment, year: number | undefined): Moment {
  if (when.kind !== 'fixed') return moment;
  return when.year === year ? 'now' : when.year;
}

function obstacleAt(
  node: Expression,
  name: string,
  inOwnYear: boolean,
  said: Said,
): Omit<Obstacle, 'span'> | undefined {
  switch (node.kind) {
    case 'year':
      if (said.year === undefined)
        return { message: `${name} depends on the year`, help: 'add year: 2030 to with' };
      return inOwnYear
        ? undefined
        : { message: `${name} depends on the year, and is read in another one`, help: ONE_YEAR };
    case 'over':
      return node.set === 'year'
        ? { message: `${name} adds up years, and an example has one`, help: ONE_YEAR }
        : undefined;
    case 'cases':
      return branchOf(node, '') === undefined
        ? {
            message: `${name} says nothing for an element without a name`,
            help: 'write the last branch as all:, or give it in with',
          }
        : undefined;
    case 'reference':
      if (node.when.kind === 'lag')
        return { message: `${name} reads an earlier year, and an example has one`, help: ONE_YEAR };
      return node.picks.some(({ kind }) => kind === 'element') && !said.given.has(node.name)
        ? {
            message: `${name} reads a named element, and that of an example has no name`,
            help: `add ${node.name}: ... to with`,
          }
        : undefined;
    default:
      return undefined;
  }
}
