// Reads `spread:`, which says how a value differs from draw to draw: a word alone, or a word with its numbers.
import * as z from 'zod';
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import { explainAmount, parseAmount } from '../units/index.ts';
import { amount, provenance } from './kinds/pieces.ts';
import { readProvenance } from './provenance.ts';
import { shape } from './shape.ts';
import { keyAt, type Path, type Spans, spanAt } from './spans.ts';
import type { Ended, SpreadAmount, SpreadForm, SpreadParts } from './spread-types.ts';
import type { Located } from './value-types.ts';

/** The reader shapes it where it stands. */
export const anySpread = z.unknown();
const low = amount.describe('Low end: an amount, or a share of the value such as -20 %');
const high = amount.describe('High end: an amount, or a share of the value such as 30 %');
const sd = amount.describe('Standard deviation: an amount, or a share of the value such as 10 %');
const ends = z.strictObject({ low, high }).optional();
const cut = z.strictObject({ sd, low: low.optional(), high: high.optional() }).optional();
const kinds = {
  triangular: ends.describe('Rises from low to the value and falls to high'),
  pert: ends.describe('A beta with four times the weight on the value'),
  uniform: ends.describe('Alike between low and high'),
  normal: cut.describe('The value is mean and median'),
  lognormal: cut.describe('The value is the median'),
  discrete: z
    .array(
      z.strictObject({
        is: amount.describe('One of the values'),
        chance: amount.describe('How likely it is; all add up to 100 %'),
      }),
    )
    .optional()
    .describe('One of several values'),
  mean_reverting: z
    .strictObject({
      sd: amount.describe('What the standard deviation grows to, a share of the value'),
      half_life: z.string().describe('How long a shock takes to halve: 3 year'),
    })
    .optional()
    .describe('A shock every year'),
};
const { derived: _, ...grounds } = provenance;
export const spreadObject = z.strictObject({ ...kinds, ...grounds });
type Kind = keyof typeof kinds;

const KINDS = Object.keys(kinds) as readonly Kind[];
const ENDED: readonly string[] = ['triangular', 'pert', 'uniform'] satisfies Ended[];

/** How each kind is written, for help. */
const forms: Readonly<Record<Kind, string>> = {
  triangular: '{ triangular: { low: -20 %, high: 30 % } }',
  pert: '{ pert: { low: -20 %, high: 30 % } }',
  uniform: '{ uniform: { low: -20 %, high: 30 % } }',
  normal: '{ normal: { sd: 10 % } }',
  lognormal: '{ lognormal: { sd: 25 % } }',
  discrete: '{ discrete: [{ is: 10 t, chance: 70 % }, { is: 20 t, chance: 30 % }] }',
  mean_reverting: '{ mean_reverting: { sd: 25 %, half_life: 3 year } }',
};

/** Reads the spread that stands at `path`; undefined, and reported, if it is at fault. */
export function parseSpread(
  raw: unknown,
  spans: Spans,
  path: Path,
  diagnostics: Diagnostic[],
): SpreadForm | undefined {
  const span = spanAt(spans, ...path);
  if (typeof raw === 'string') return readWord(raw, span, diagnostics);
  const shaped = shape(spreadObject, raw, spans, path);
  diagnostics.push(...shaped.diagnostics);
  const content = shaped.value;
  if (content === undefined) return undefined;
  const present = KINDS.filter((kind) => content[kind] !== undefined);
  const [kind] = present;
  if (kind === undefined || present.length > 1) {
    diagnostics.push(
      error('spread/form', `a spread is exactly one of ${KINDS.join(', ')}`, keyAt(spans, ...path), {
        notes: present.length > 1 ? [`here are ${present.join(' and ')}`] : [],
        help: kind === undefined ? `write for example spread: ${forms.triangular}` : 'keep one of them',
      }),
    );
    return undefined;
  }
  const before = diagnostics.length;
  const own = readProvenance(content, spans, path);
  diagnostics.push(...own.diagnostics);
  const parts = readParts(kind, content, spans, [...path, kind], diagnostics);
  if (parts === undefined || diagnostics.length > before) return undefined;
  const written = `${kind}: ${spell(content[kind])}`;
  return { value: { ...parts, written, provenance: own.provenance }, span };
}

function readWord(word: string, span: Span, diagnostics: Diagnostic[]): SpreadForm | undefined {
  if (word === 'none' || ENDED.includes(word))
    return { value: { kind: word as 'none' | Ended, written: word }, span };
  const known = KINDS.find((kind) => kind === word);
  const message =
    known === undefined
      ? `${word} is not a spread`
      : `a ${word.replace('_', '-')} spread has numbers of its own`;
  const help =
    known === undefined
      ? (didYouMean(word, [...KINDS, 'none']) ?? `spreads: ${KINDS.join(', ')}, none`)
      : `write spread: ${forms[known]}`;
  diagnostics.push(error('spread/word', message, span, { help }));
  return undefined;
}

function readParts(
  kind: Kind,
  content: z.infer<typeof spreadObject>,
  spans: Spans,
  path: Path,
  diagnostics: Diagnostic[],
): SpreadParts | undefined {
  const at = (...rest: Path): Span => spanAt(spans, ...path, ...rest);
  const read = (raw: string | number, ...rest: Path): Located<SpreadAmount> | undefined =>
    readAmount(raw, at(...rest), diagnostics);
  const optional = (raw: string | number | undefined, key: string) =>
    raw === undefined ? undefined : read(raw, key);
  switch (kind) {
    case 'triangular':
    case 'pert':
    case 'uniform': {
      const { low: from = 0, high: to = 0 } = content[kind] ?? {};
      const [low, high] = [read(from, 'low'), read(to, 'high')];
      return low === undefined || high === undefined ? undefined : { kind, ends: { low, high } };
    }
    case 'normal':
    case 'lognormal': {
      const keys = content[kind];
      const sd = read(keys?.sd ?? 0, 'sd');
      const [low, high] = [optional(keys?.low, 'low'), optional(keys?.high, 'high')];
      const cut = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
      return sd === undefined ? undefined : { kind, sd, cut };
    }
    case 'discrete': {
      const points = (content.discrete ?? []).flatMap(({ is, chance }, index) => {
        const value = read(is, index, 'is');
        const share = read(chance, index, 'chance');
        return value === undefined || share === undefined
          ? []
          : [{ is: value, chance: { value: share.value.amount, span: share.span } }];
      });
      return { kind, points };
    }
    case 'mean_reverting': {
      const { sd: size = 0, half_life = '' } = content.mean_reverting ?? {};
      const sd = read(size, 'sd');
      const [, years] = /^(\d+(?:\.\d+)?) years?$/.exec(half_life.trim()) ?? [];
      const halfLife = Number(years);
      if (halfLife > 0) return sd === undefined ? undefined : { kind, sd, halfLife };
      diagnostics.push(
        error('spread/half-life', 'a half-life is a number of years above zero', at('half_life'), {
          help: 'write half_life: 3 year',
        }),
      );
      return undefined;
    }
  }
}

function readAmount(
  raw: string | number,
  span: Span,
  diagnostics: Diagnostic[],
): Located<SpreadAmount> | undefined {
  const [, share] = /^(.*?%)\s+of value$/.exec(String(raw).trim()) ?? [];
  const found = parseAmount(share ?? String(raw));
  if (found !== undefined) return { value: { amount: found, ofValue: share !== undefined }, span };
  diagnostics.push(
    error('value/amount', `${JSON.stringify(raw)} is not a number with a unit`, span, {
      help: explainAmount(String(raw)),
    }),
  );
  return undefined;
}

/** `low -20 %, high 30 %`; points as `10 t (70 %), 20 t (30 %)`. */
function spell(parts: z.infer<typeof spreadObject>[Kind]): string {
  if (Array.isArray(parts)) return parts.map(({ is, chance }) => `${is} (${chance})`).join(', ');
  return Object.entries(parts ?? {})
    .map(([key, value]) => `${key.replace('_', '-')} ${value}`)
    .join(', ');
}
