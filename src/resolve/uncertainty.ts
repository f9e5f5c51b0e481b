// What the study says of draws: how many, from which seed, and which inputs move together.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import { type StudyFile, spanAt } from '../parse/index.ts';
import { factorOf, nearestCorrelation, normalCorrelation, rankOf } from './correlation.ts';
import type { InputContext } from './inputs.ts';
import { cellsOf } from './inputs.ts';
import type { CorrelationMember, Uncertainty } from './spread-types.ts';
import type { Case, InputQuantity, ResolvedCell } from './types.ts';

/** Undefined where the study says nothing: its central case alone is computed. */
export function resolveUncertainty(
  study: StudyFile,
  cases: readonly Case[],
  context: InputContext,
): Uncertainty | undefined {
  const { uncertainty } = study.content;
  if (uncertainty === undefined) return undefined;
  const { draws, seed, sampling = 'plain' } = uncertainty;
  const pairs = readPairs(study, cases, context);
  const members: CorrelationMember[] = [];
  const numberOf = ({ member, written }: Named): number => {
    const at = members.findIndex((known) => nameOf(known) === written);
    return at < 0 ? members.push(member) - 1 : at;
  };
  const matrix = pairs.map(({ between: [left, right], rank, span }) => ({
    at: [numberOf(left), numberOf(right)] as const,
    rank,
    span,
  }));
  const factor = factorise(members, matrix, context.diagnostics);
  return { draws, seed, sampling, correlation: { members, factor } };
}

interface Named {
  readonly member: CorrelationMember;
  /** `export_share[rods]`. */
  readonly written: string;
  readonly span: Span;
}

interface Pair {
  readonly between: readonly [Named, Named];
  readonly rank: number;
  readonly span: Span;
}

const nameOf = ({ input, key }: CorrelationMember): string =>
  key.length === 0 ? input : `${input}[${key.join(', ')}]`;

function readPairs(
  { content, spans }: StudyFile,
  cases: readonly Case[],
  context: InputContext,
): readonly Pair[] {
  const found: Pair[] = [];
  for (const [index, { between, rank }] of (content.uncertainty?.correlate ?? []).entries()) {
    const place = (...rest: readonly (string | number)[]): Span =>
      spanAt(spans, 'uncertainty', 'correlate', index, ...rest);
    const [left, right] = between.map((text, side) =>
      readMember(text, place('between', side), cases, context),
    );
    if (left === undefined || right === undefined) continue;
    const pair: Pair = { between: [left, right], rank, span: place() };
    const earlier = found.find((other) => sameMembers(other, pair));
    if (left.written === right.written)
      context.diagnostics.push(
        error('correlate/twice', `${left.written} always moves with itself`, right.span),
      );
    else if (earlier !== undefined)
      context.diagnostics.push(
        error('correlate/twice', `${left.written} and ${right.written} are correlated twice`, pair.span, {
          also: [{ span: earlier.span, text: 'first here' }],
          help: 'keep one of them',
        }),
      );
    else if (sameTime(pair, cases, context)) found.push(pair);
  }
  return found;
}

const sameMembers = (one: Pair, other: Pair): boolean => {
  const names = other.between.map(({ written }) => written);
  return one.between.every(({ written }) => names.includes(written));
};

/** A name, with one element of each of its sets in brackets; undefined, and reported, if no draw can move it. */
function readMember(
  text: string,
  span: Span,
  cases: readonly Case[],
  { quantities, sets, diagnostics }: InputContext,
): Named | undefined {
  const fail = (code: string, message: string, help?: string): undefined => {
    diagnostics.push(error(code, message, span, { help }));
  };
  const [, name = '', inside] = /^\s*([^[\]]*?)\s*(?:\[(.*)\])?\s*$/.exec(text) ?? [];
  const key = (inside?.match(/"[^"]+"|[^\s,][^,]*/g) ?? []).map((part) =>
    part.trim().replace(/^"(.*)"$/, '$1'),
  );
  const quantity = quantities.get(name);
  if (quantity === undefined) {
    const inputs = [...quantities.values()].flatMap((each) => (each.kind === 'input' ? [each.name] : []));
    return fail('name/unknown', `no model has an input named ${name || text}`, didYouMean(name, inputs));
  }
  if (quantity.kind !== 'input')
    return fail(
      'correlate/formula',
      `${name} is computed: draws move inputs`,
      'name the inputs that it is computed from',
    );
  const known = quantity.sets.map((set) => (sets.get(set)?.elements ?? []).map(({ id }) => id));
  if (key.length !== known.length) {
    const example = `${name}[${known.map(([first = '']) => first).join(', ')}]`;
    return known.length === 0
      ? fail('correlate/element', `${name} has no sets`, `write ${name}`)
      : fail(
          'correlate/element',
          `${name} is by ${quantity.sets.join(' and ')}: say which element`,
          `write for example ${example}`,
        );
  }
  const odd = key.findIndex((element, index) => known[index]?.includes(element) === false);
  if (odd >= 0)
    return fail(
      'set/element',
      `${key[odd]} is not an element of ${quantity.sets[odd]}`,
      didYouMean(key[odd] ?? '', known[odd] ?? []),
    );
  const member = { input: name, key };
  const spreads = spreadsOf(member, cases, quantity, sets);
  // A value at fault has no cells, and its fault is told where it stands. What `--set` makes certain keeps its place in the correlations,
  // so that what is mixed with it keeps its draws.
  if (
    spreads.length > 0 &&
    spreads.every(({ spread, origin }) => spread === undefined && origin.layer !== 'command line')
  )
    return fail(
      'correlate/certain',
      `${nameOf(member)} has no spread in any scenario or strategy: nothing of it moves`,
      'give its value a spread',
    );
  return { member, written: nameOf(member), span };
}

/** The cell of a member in each case that has one. */
function spreadsOf(
  { input, key }: CorrelationMember,
  cases: readonly Case[],
  quantity: InputQuantity,
  sets: InputContext['sets'],
): readonly ResolvedCell[] {
  const cell = cellsOf(quantity.sets, sets).findIndex((each) => each.join('\n') === key.join('\n'));
  return cases.flatMap(({ inputs }) => inputs.get(input)?.[cell] ?? []);
}

/** Shocks that come every year move together with other such shocks; what is drawn once moves with what is drawn once. */
function sameTime({ between, span }: Pair, cases: readonly Case[], context: InputContext): boolean {
  const kinds = between.map(({ member }) => {
    const quantity = context.quantities.get(member.input);
    const cells = quantity?.kind === 'input' ? spreadsOf(member, cases, quantity, context.sets) : [];
    return cells.flatMap(({ spread }) =>
      spread === undefined ? [] : [spread.shape.kind === 'mean_reverting'],
    );
  });
  const yearly = kinds.flat();
  if (yearly.every((each) => each) || !yearly.includes(true)) return true;
  const [left, right] = between.map(({ written }, index) => ({
    written,
    yearly: kinds[index]?.includes(true),
  }));
  const [path, once] = left?.yearly ? [left, right] : [right, left];
  context.diagnostics.push(
    error(
      'correlate/time',
      path?.written === once?.written || once?.yearly
        ? `${path?.written} takes a shock a year in one case and one deviation in another`
        : `${path?.written} takes a shock every year, ${once?.written} one deviation for all years`,
      span,
      { help: 'give both a mean_reverting spread, or neither' },
    ),
  );
  return false;
}

interface Entry {
  readonly at: readonly [number, number];
  readonly rank: number;
  readonly span: Span;
}

/** Cholesky of the normal correlations that give the ranks; a matrix that cannot be is reported with the nearest that can. */
function factorise(
  members: readonly CorrelationMember[],
  entries: readonly Entry[],
  diagnostics: Diagnostic[],
): readonly (readonly number[])[] {
  const matrix = members.map((_, row) => members.map((_, column): number => (row === column ? 1 : 0)));
  for (const {
    at: [row, column],
    rank,
  } of entries)
    for (const [one, other] of [
      [row, column],
      [column, row],
    ] as const) {
      const line = matrix[one];
      if (line !== undefined) line[other] = normalCorrelation(rank);
    }
  const factor = factorOf(matrix);
  if (factor !== undefined) return factor;
  const nearest = nearestCorrelation(matrix);
  const rankAt = (row: number, column: number): number => rankOf(nearest[row]?.[column] ?? 0);
  const moved = entries.toSorted(
    (one, other) => Math.abs(other.rank - rankAt(...other.at)) - Math.abs(one.rank - rankAt(...one.at)),
  );
  const [worst] = moved;
  if (worst === undefined) return [];
  const names = members.map(nameOf);
  // As YAML reads it: a name with brackets stands in quotes.
  const quoted = names.map((name) => (name.includes('[') ? JSON.stringify(name) : name));
  const lines = quoted.flatMap((name, row) =>
    quoted.slice(0, row).flatMap((other, column) => {
      const rank = rankAt(row, column);
      const stated = entries.some(({ at }) => at.includes(row) && at.includes(column));
      return stated || Math.abs(rank) >= 0.001 ? [`- { between: [${other}, ${name}], rank: ${rank} }`] : [];
    }),
  );
  const [left, right] = worst.at.map((index) => names[index]);
  diagnostics.push(
    error(
      'correlate/matrix',
      `the correlations cannot all hold: ${left} and ${right} do not fit the others`,
      worst.span,
      {
        text: `the nearest that fits is ${rankAt(...worst.at)}`,
        notes: [
          'the nearest correlations that can hold together, those of pairs that are not named included:',
          ...lines,
        ],
        help: 'write these, or drop the pair',
      },
    ),
  );
  return [];
}
