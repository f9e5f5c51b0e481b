// model: formulas and the inputs they need.
import * as z from 'zod';
import { type Diagnostic, error, type Span } from '../../diagnostics/index.ts';
import { type Expression, grammarWords, setWords, words } from '../../language/index.ts';
import { type Amount, explainAmount, parseAmount } from '../../units/index.ts';
import { listOf } from '../lists.ts';
import type { MathParser } from '../mathjs.ts';
import { keyAt, keysInOrder, type Path, type Spans, spanAt } from '../spans.ts';
import type { BothLanguages } from '../texts.ts';
import type { Located } from '../value-types.ts';
import { amount, name, names, provenance, text, title } from './pieces.ts';
import { readFormula } from './shared.ts';

const bounds = z.tuple([amount, amount]);
const over = z
  .enum(['years', 'base'])
  .optional()
  .describe(
    'years: a value for every year of the study (if left out); base: one value, that of the base year',
  );
const unit = amount.describe(
  'For example tCO2e/MWh, MCNY_2023, or 1 for a pure number; % is for values only',
);
const by = names.optional().describe('The set, or the sets, by which it is counted');
const quantity = {
  about: text.describe('What it is, in one sentence'),
  title: title.optional(),
  unit,
  by,
  within: bounds.optional().describe('[low, high]: a value or a result outside is an error'),
};

/** One formula, or one for each element of the quantity's set. */
const formula = z.union([amount, z.record(z.string(), amount)]);
const FORMULA =
  'The formula on one line, or element: formula with all: for the rest; numbers in it are 0 and 1 only';

const schema = z.strictObject({
  model: name.describe('Name of the model'),
  about: text.describe('What it computes, in one sentence'),
  source: provenance.source,
  given: z
    .record(z.string(), z.strictObject({ unit, by, over }))
    .optional()
    .describe('Quantities that other models declare and this one only reads'),
  inputs: z
    .record(
      z.string(),
      z.strictObject({
        ...quantity,
        over,
        set_by: z
          .enum(['reference', 'company', 'scenario', 'strategy'])
          .describe('The last layer that may set it: strategy makes it a lever, scenario a driver'),
      }),
    )
    .optional()
    .describe('Quantities that get their value from files'),
  formulas: z
    .record(
      z.string(),
      z.strictObject({
        ...quantity,
        over,
        source: provenance.source,
        is: formula.describe(FORMULA),
        first: formula
          .optional()
          .describe('What holds in the first years, where x[year - 1] has nothing to read'),
        adds_to: names.optional().describe('Totals to which it adds'),
        subtracts_from: names.optional().describe('Totals from which it is taken'),
      }),
    )
    .optional()
    .describe('Quantities that are computed'),
  totals: z
    .record(z.string(), z.strictObject({ ...quantity, over }))
    .optional()
    .describe('Sums of whatever formulas say adds_to or subtracts_from; declared once, anywhere'),
  checks: z
    .record(
      z.string(),
      z.strictObject({
        that: amount.describe('A condition that must hold in every year and for every element'),
        else: text.describe('What is wrong where it does not hold'),
      }),
    )
    .optional()
    .describe('Conditions; a run that breaks one stops'),
  examples: z
    .record(
      z.string(),
      z.strictObject({
        with: z.record(z.string(), amount).describe('Quantity: what it is here; year: 2030 gives the year'),
        expect: z.record(z.string(), amount).describe('Formula: what must come out'),
      }),
    )
    .optional()
    .describe('Worked examples, run as tests by every check'),
});

type ExampleAmount = Located<Amount> & { readonly key: Span };

export interface Example {
  readonly name: string;
  /** The year for which it stands, where its formulas depend on the year. */
  readonly year: number | undefined;
  readonly inputs: ReadonlyMap<string, ExampleAmount>;
  readonly expected: ReadonlyMap<string, ExampleAmount>;
}

export interface ModelFile extends Partial<BothLanguages> {
  readonly kind: 'model';
  readonly path: string;
  readonly spans: Spans;
  readonly content: z.infer<typeof schema>;
  readonly formulas: ReadonlyMap<string, { readonly is: Expression; readonly first?: Expression }>;
  readonly checks: ReadonlyMap<string, Expression>;
  readonly examples: readonly Example[];
}

export { schema as modelSchema };

const NAME = /^[a-z][a-z0-9_]*$/;
const plainName = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

/** What the formula language or mathjs's grammar reads as something else than a quantity. */
const reserved: ReadonlySet<string> = new Set([
  ...words.keys(),
  ...setWords.map(({ name }) => name),
  ...grammarWords,
]);

type Written = z.infer<typeof formula>;

/** A formula that differs by element; which set it differs by is clear only if the quantity has one. */
function readCases(
  texts: Readonly<Record<string, string | number>>,
  sets: readonly string[],
  spans: Spans,
  path: Path,
  parse: MathParser,
  diagnostics: Diagnostic[],
): Expression | undefined {
  const [set] = sets;
  if (set === undefined || sets.length > 1) {
    const help =
      sets.length === 0 ? 'declare by: the set whose elements these are' : 'split it by a formula of its own';
    diagnostics.push(
      error('formula/branches', 'a formula by element needs a quantity by one set', keyAt(spans, ...path), {
        help,
      }),
    );
    return undefined;
  }
  const elements = keysInOrder(spans, ...path);
  if (elements.length === 0)
    diagnostics.push(
      error('formula/branches', 'a formula by element names at least one', keyAt(spans, ...path), {
        help: 'write element: formula, or all: formula for every element that is not named',
      }),
    );
  const branches = new Map<string, { expression: Expression; key: Span }>();
  for (const element of elements) {
    const expression = readFormula(texts[element] ?? '', spans, [...path, element], parse, diagnostics);
    if (expression !== undefined) branches.set(element, { expression, key: keyAt(spans, ...path, element) });
  }
  return { kind: 'cases', set, branches, span: spanAt(spans, ...path) };
}

export function readModel(
  content: z.infer<typeof schema>,
  path: string,
  spans: Spans,
  parse: MathParser,
  diagnostics: Diagnostic[],
): ModelFile {
  const formulas = new Map<string, { is: Expression; first?: Expression }>();
  for (const [formula, { is, first, by }] of Object.entries(content.formulas ?? {})) {
    const read = (text: Written, key: 'is' | 'first'): Expression | undefined =>
      typeof text === 'object'
        ? readCases(text, listOf(by), spans, ['formulas', formula, key], parse, diagnostics)
        : readFormula(text, spans, ['formulas', formula, key], parse, diagnostics);
    const main = read(is, 'is');
    const opening = first === undefined ? undefined : read(first, 'first');
    if (main !== undefined)
      formulas.set(formula, { is: main, ...(opening === undefined ? {} : { first: opening }) });
  }
  const checks = new Map<string, Expression>();
  for (const [check, { that }] of Object.entries(content.checks ?? {})) {
    const condition = readFormula(that, spans, ['checks', check, 'that'], parse, diagnostics);
    if (condition !== undefined) checks.set(check, condition);
  }
  for (const section of ['given', 'inputs', 'formulas', 'totals'] as const)
    for (const key of Object.keys(content[section] ?? {}))
      if (reserved.has(key))
        diagnostics.push(
          error(
            'name/form',
            `${key} cannot name a quantity: it has a meaning in formulas`,
            keyAt(spans, section, key),
          ),
        );
      else if (!NAME.test(key))
        diagnostics.push(
          error(
            'name/form',
            `${key} cannot name a quantity: full words in small letters, joined by _`,
            keyAt(spans, section, key),
            { help: NAME.test(plainName(key)) ? `write ${plainName(key)}` : undefined },
          ),
        );

  const amounts = (
    example: string,
    section: 'with' | 'expect',
    raw: Readonly<Record<string, string | number>>,
  ): Map<string, ExampleAmount> => {
    const found = new Map<string, ExampleAmount>();
    for (const [key, text] of Object.entries(raw)) {
      const span = spanAt(spans, 'examples', example, section, key);
      const value = parseAmount(String(text));
      if (value === undefined)
        diagnostics.push(
          error('value/amount', `${JSON.stringify(text)} is not a number with a unit`, span, {
            help: explainAmount(String(text)),
          }),
        );
      else found.set(key, { value, span, key: keyAt(spans, 'examples', example, section, key) });
    }
    return found;
  };
  const examples = Object.entries(content.examples ?? {}).map(
    ([example, { with: given, expect }]): Example => {
      const { year, ...inputs } = given;
      const isYear = /^\d{4}$/.test(String(year));
      if (year !== undefined && !isYear)
        diagnostics.push(
          error('value/year', `${year} is not a year`, spanAt(spans, 'examples', example, 'with', 'year')),
        );
      if (Object.keys(expect).length === 0)
        diagnostics.push(
          error('example/empty', `${example} expects nothing`, keyAt(spans, 'examples', example, 'expect')),
        );
      return {
        name: example,
        year: isYear ? Number(year) : undefined,
        inputs: amounts(example, 'with', inputs),
        expected: amounts(example, 'expect', expect),
      };
    },
  );
  return { kind: 'model', path, spans, content, formulas, checks, examples };
}
