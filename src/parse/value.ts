// A value as files write it -> one of six forms: amount, each, path, delay, from, observed. Numbers and units stay as written.
import * as z from 'zod';
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { explainAmount } from '../units/index.ts';
import { type AmountReader, amountReader, readAmount } from './amounts.ts';
import { amount, anyValue, provenance, text, title, year } from './kinds/pieces.ts';
import type { Title } from './kinds/shared.ts';
import { readProvenance } from './provenance.ts';
import { shape } from './shape.ts';
import { keyAt, type Path, type Spans, spanAt } from './spans.ts';
import { spell, spellData, spellRest } from './spell.ts';
import { anySpread, parseSpread } from './spread.ts';
import type { DataReference, PathForm, Point, ValueForm, ValueMeta } from './value-types.ts';

/** One amount a year, or an amount with its own provenance; each is shaped where it stands. */
export const anyPoint = z.unknown();
const years = z.record(z.string(), anyPoint);
export const point = z.strictObject({
  is: amount.describe('Number and unit'),
  ...provenance,
});

const dataReference = {
  from: z.string().optional().describe('The sidecar of a data file, relative to this file'),
  where: z.record(z.string(), amount).optional().describe('Column: the cell that a row must have there'),
  proxy: z
    .union([z.string(), title])
    .optional()
    .describe(
      'What stands for what, shown with every chart; { en, zh } where charts are drawn in both languages',
    ),
};
const outside = {
  between: z
    .enum(['linear', 'step', 'none'])
    .optional()
    .describe(
      'Between the years: linear (if left out), the earlier value (step), or every year is named (none)',
    ),
  before: amount.optional().describe('Before the first year: hold, or a growth rate a year such as 2 %'),
  after: amount.optional().describe('After the last year: hold, or a growth rate a year such as 2 %'),
  unit: amount.optional().describe('The unit of bare numbers'),
};

const provider = z.strictObject({
  ...dataReference,
  path: years.optional().describe('Year: value'),
  ...outside,
  ...provenance,
});

export const valueObject = z.strictObject({
  is: amount.optional().describe('One value for every year: number and unit'),
  each: z.record(z.string(), anyValue).optional().describe('Element: its value in any form; all: the rest'),
  path: years.optional().describe('Year: value; base is the value of the layer before'),
  observed: years.optional().describe('Year: what was observed; then: goes on'),
  delay: z.string().optional().describe('The value of the layer before, so many years later: 2 year'),
  ...dataReference,
  by: z.record(z.string(), z.string()).optional().describe('Set: the column that names its elements'),
  ...outside,
  then: provider.optional().describe('After the observed years: a path, or from a data file'),
  splice: z
    .strictObject({ until: year.describe('The year from which the path alone holds') })
    .optional()
    .describe('Fades the ratio of observed to path out'),
  ...provenance,
  settled: z
    .number()
    .int()
    .optional()
    .describe('The year of a path until which it is decided: range and spread begin after it'),
  range: z.tuple([amount, amount]).optional().describe('[low, high]: how far the value may be off'),
  spread: anySpread.optional().describe('How it differs from draw to draw'),
  note: text.optional().describe('Free text, shown with the assumption'),
});
type ValueObject = z.infer<typeof valueObject>;

const FORMS = ['is', 'each', 'path', 'observed', 'delay', 'from'] as const;
/** Keys that only make sense beside a given form. */
const companions: Readonly<Record<string, readonly (typeof FORMS)[number][]>> = {
  between: ['path', 'from'],
  before: ['path', 'from', 'observed'],
  after: ['path', 'from', 'observed'],
  settled: ['path'],
  unit: ['path', 'observed'],
  where: ['from'],
  by: ['from'],
  then: ['observed'],
  splice: ['observed'],
};

interface ValueReading {
  readonly form?: ValueForm;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the value that stands at `path` in its document. */
export function parseValue(raw: unknown, spans: Spans, path: Path): ValueReading {
  const span = spanAt(spans, ...path);
  if (typeof raw === 'string' || typeof raw === 'number') {
    const reading = readAmount(raw, span, undefined);
    if (reading.diagnostic !== undefined) return { diagnostics: [reading.diagnostic] };
    return {
      form: { form: 'amount', amount: { value: reading.amount, span }, meta: { span, written: String(raw) } },
      diagnostics: [],
    };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    const message = `${String(path.at(-1))} is neither a number with its unit nor a table of keys`;
    return { diagnostics: [error('value/amount', message, span, { help: explainAmount('') })] };
  }
  const shaped = shape(valueObject, raw, spans, path);
  if (shaped.value === undefined) return { diagnostics: shaped.diagnostics };
  return readObject(shaped.value, spans, path);
}

function readObject(value: ValueObject, spans: Spans, path: Path): ValueReading {
  const diagnostics: Diagnostic[] = [];
  const span = spanAt(spans, ...path);
  // A path beside from adds years to those of the data file.
  const added = value.from !== undefined && value.by === undefined ? value.path : undefined;
  const present = FORMS.filter(
    (form) => value[form] !== undefined && !(form === 'path' && added !== undefined),
  );
  const [form] = present;
  if (form === undefined || present.length > 1)
    return {
      diagnostics: [
        error('value/form', `a value is given by exactly one of ${FORMS.join(', ')}`, keyAt(spans, ...path), {
          notes: present.length > 1 ? [`here are ${present.join(' and ')}`] : [],
        }),
      ],
    };
  diagnostics.push(...strangers(value, form, spans, path));
  const reader = amountReader(value.unit === undefined ? undefined : String(value.unit), diagnostics);
  const provenance = readProvenance(value, spans, path);
  diagnostics.push(...provenance.diagnostics);
  const at = (...rest: Path): Span => spanAt(spans, ...path, ...rest);
  const spread =
    value.spread === undefined
      ? undefined
      : parseSpread(value.spread, spans, [...path, 'spread'], diagnostics);
  const meta: ValueMeta = {
    span,
    written: '',
    ...(spread === undefined ? {} : { spread }),
    ...(provenance.provenance === undefined ? {} : { provenance: provenance.provenance }),
    ...(value.note === undefined ? {} : { note: value.note }),
    ...(value.proxy === undefined ? {} : { proxy: bothOf(value.proxy) }),
    ...(value.range === undefined
      ? {}
      : { range: [reader(value.range[0], at('range', 0)), reader(value.range[1], at('range', 1))] as const }),
  };
  const finish = (read: ValueForm): ValueReading =>
    diagnostics.some((each) => each.severity === 'error') ? { diagnostics } : { form: read, diagnostics };

  switch (form) {
    case 'is':
      return finish({
        form: 'amount',
        amount: reader(value.is ?? 0, at('is')),
        meta: { ...meta, written: String(value.is) },
      });
    case 'each': {
      const elements = new Map<string, { readonly form: ValueForm; readonly key: Span }>();
      for (const [element, raw] of Object.entries(value.each ?? {})) {
        const reading = parseValue(raw, spans, [...path, 'each', element]);
        diagnostics.push(...reading.diagnostics);
        if (reading.form !== undefined)
          elements.set(element, { form: reading.form, key: keyAt(spans, ...path, 'each', element) });
      }
      return finish({ form: 'each', elements, meta });
    }
    case 'delay': {
      const delay = readYears(value.delay ?? '');
      if (delay === undefined)
        diagnostics.push(
          error('value/delay', 'a delay is a number of years', at('delay'), { help: 'write delay: 2 year' }),
        );
      return finish({ form: 'delay', years: delay ?? 0, meta: { ...meta, written: `delay ${value.delay}` } });
    }
    case 'path': {
      const read = readPath(value, value.path ?? {}, reader, diagnostics, spans, [...path, 'path']);
      const { settled } = value;
      const named = [...read.points.keys()].slice(0, -1);
      if (settled !== undefined && !named.includes(settled))
        diagnostics.push(
          error(
            'value/settled',
            `the path is settled until a year that it names before its last`,
            at('settled'),
            {
              help: named.length === 0 ? 'name more than one year' : `write one of ${named.join(', ')}`,
            },
          ),
        );
      return finish({
        form: 'path',
        path: read,
        ...(settled === undefined ? {} : { settled }),
        meta: { ...meta, written: spell(value.path) + spellRest(value) },
      });
    }
    case 'from': {
      const points =
        added === undefined
          ? undefined
          : readPath(value, added, reader, diagnostics, spans, [...path, 'path']).points;
      for (const [year, { provenance }] of points ?? [])
        if (provenance === undefined)
          diagnostics.push(
            error(
              'source/missing',
              `${year} is not of the data file: it says for itself where it comes from`,
              at('path', String(year)),
              { help: `write ${year}: { is: ..., assumed: why, confidence: low }, or with a source` },
            ),
          );
      return finish({
        form: 'from',
        data: readData(value, spans, path),
        path: readRest(value, reader, spans, path),
        ...(points === undefined ? {} : { points }),
        meta: {
          ...meta,
          written: (added === undefined ? '' : `${spell(added)}; `) + spellData(value) + spellRest(value),
        },
      });
    }
    case 'observed': {
      const points = readPath(value, value.observed ?? {}, reader, diagnostics, spans, [...path, 'observed']);
      const rest = value.then;
      const after = [...path, 'then'];
      if (rest !== undefined && (rest.path === undefined) === (rest.from === undefined))
        diagnostics.push(
          error('value/form', 'then is given by exactly one of path, from', keyAt(spans, ...after)),
        );
      else if (rest !== undefined)
        diagnostics.push(...strangers(rest, rest.path === undefined ? 'from' : 'path', spans, after));
      if (rest !== undefined && value.after !== undefined)
        diagnostics.push(
          error(
            'value/form',
            'after has no meaning beside then, which gives the later years',
            keyAt(spans, ...path, 'after'),
            { help: 'write it in then' },
          ),
        );
      const later = rest === undefined ? undefined : readProvenance(rest, spans, after);
      diagnostics.push(...(later?.diagnostics ?? []));
      const inner = amountReader(rest?.unit === undefined ? undefined : String(rest.unit), diagnostics);
      const then =
        rest === undefined
          ? undefined
          : {
              ...(rest.from === undefined ? {} : { data: readData(rest, spans, after) }),
              ...(later?.provenance === undefined ? {} : { provenance: later.provenance }),
              path:
                rest.path === undefined
                  ? readRest(rest, inner, spans, after)
                  : readPath(rest, rest.path, inner, diagnostics, spans, [...after, 'path']),
            };
      if (value.splice !== undefined && then === undefined)
        diagnostics.push(
          error(
            'value/form',
            'splice joins observed years to a path: then is missing',
            keyAt(spans, ...path, 'splice'),
          ),
        );
      return finish({
        form: 'observed',
        observed: points,
        ...(then === undefined ? {} : { then }),
        ...(value.splice === undefined
          ? {}
          : { spliceUntil: { value: value.splice.until, span: at('splice', 'until') } }),
        meta: {
          ...meta,
          written:
            spell(value.observed) +
            spellRest(value) +
            (rest === undefined
              ? ''
              : `; then ${rest.from === undefined ? spell(rest.path) : spellData(rest)}${spellRest(rest)}`) +
            (value.splice === undefined ? '' : `; spliced until ${value.splice.until}`),
          ...(rest?.proxy === undefined ? {} : { proxy: bothOf(rest.proxy) }),
        },
      });
    }
  }
}

/** Keys that have no meaning beside the form of a value, or of its `then`. */
function strangers(
  keys: Readonly<Record<string, unknown>>,
  form: (typeof FORMS)[number],
  spans: Spans,
  path: Path,
): readonly Diagnostic[] {
  return Object.entries(companions)
    .filter(([key, forms]) => keys[key] !== undefined && !forms.includes(form))
    .map(([key]) => error('value/form', `${key} has no meaning beside ${form}`, keyAt(spans, ...path, key)));
}

type PathKeys = Pick<z.infer<typeof provider>, 'between' | 'before' | 'after'>;

function readRest(keys: PathKeys, read: AmountReader, spans: Spans, path: Path): Omit<PathForm, 'points'> {
  const outside = (key: 'before' | 'after'): Partial<PathForm> => {
    const raw = keys[key];
    if (raw === undefined) return {};
    if (raw === 'hold') return { [key]: 'hold' };
    return { [key]: read(raw, spanAt(spans, ...path, key)) };
  };
  return { between: keys.between ?? 'linear', ...outside('before'), ...outside('after') };
}

function readPath(
  keys: PathKeys,
  points: Readonly<Record<string, unknown>>,
  read: AmountReader,
  diagnostics: Diagnostic[],
  spans: Spans,
  path: Path,
): PathForm {
  const found = new Map<number, Point>();
  for (const [year, raw] of Object.entries(points)) {
    const span = spanAt(spans, ...path, year);
    if (!/^\d{4}$/.test(year))
      diagnostics.push(
        error('value/year', `${year} is not a year`, keyAt(spans, ...path, year), {
          // A comma ends the entry before it, and what follows reads as a key without a value.
          help: raw === null ? 'a decimal is written with a point: 65.5' : undefined,
        }),
      );
    else if (raw === 'base') found.set(Number(year), { value: 'base', span });
    else if (typeof raw === 'string' || typeof raw === 'number') found.set(Number(year), read(raw, span));
    else {
      const shaped = shape(point, raw, spans, [...path, year]);
      diagnostics.push(...shaped.diagnostics);
      if (shaped.value === undefined) continue;
      const own = readProvenance(shaped.value, spans, [...path, year]);
      diagnostics.push(...own.diagnostics);
      const amount = read(shaped.value.is, spanAt(spans, ...path, year, 'is'));
      found.set(
        Number(year),
        own.provenance === undefined ? amount : { ...amount, provenance: own.provenance },
      );
    }
  }
  if (found.size === 0)
    diagnostics.push(error('value/path', 'a path names at least one year', spanAt(spans, ...path)));
  return {
    points: new Map([...found].sort(([a], [b]) => a - b)),
    ...readRest(keys, read, spans, path.slice(0, -1)),
  };
}

function readData(
  value: Pick<ValueObject, 'from' | 'where' | 'by'>,
  spans: Spans,
  path: Path,
): DataReference {
  const table = (section: 'where' | 'by'): DataReference['where'] =>
    new Map(
      Object.entries(value[section] ?? {}).map(([name, text]) => [
        name,
        {
          value: String(text),
          span: spanAt(spans, ...path, section, name),
          key: keyAt(spans, ...path, section, name),
        },
      ]),
    );
  return {
    file: { value: value.from ?? '', span: spanAt(spans, ...path, 'from') },
    where: table('where'),
    by: table('by'),
  };
}

const readYears = (text: string): number | undefined => {
  const match = /^(\d+) years?$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]);
};

/** A text that stands for both languages, or one for each. */
const bothOf = (text: string | Title): Title => (typeof text === 'string' ? { en: text, zh: text } : text);
