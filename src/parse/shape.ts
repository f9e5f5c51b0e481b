// Holds a YAML value against its zod schema and says what is wrong in the words of the file, with the place.
import type * as z from 'zod';
import { type Diagnostic, didYouMean, error, suggest } from '../diagnostics/index.ts';
import { TEXT } from './kinds/pieces.ts';
import { keyAt, type Path, type Spans, spanAt } from './spans.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly in?: Schema;
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

/** The keys that the schema admits at a path; empty where any name is admitted. */
function keysAdmitted(schema: Schema, path: Path): readonly string[] {
  const { type, shape, valueType, element, innerType, options, in: read } = schema._zod.def;
  if (read !== undefined) return keysAdmitted(read, path);
  if (innerType !== undefined) return keysAdmitted(innerType, path);
  if (type === 'union') return (options ?? []).flatMap((option) => keysAdmitted(option, path));
  const [next, ...rest] = path;
  if (next === undefined) return Object.keys(shape ?? {});
  const below = shape?.[String(next)] ?? valueType ?? element;
  return below === undefined ? [] : keysAdmitted(below, rest);
}

const expectedNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a table of keys',
  record: 'a table of keys',
  array: 'a list',
  tuple: 'a list',
  int: 'a whole number',
};

/** How a key that is often got wrong is written. */
const forms: Readonly<Record<string, string>> = {
  source: '[key, place]',
  range: '[low, high]',
  within: '[low, high]',
  delay: '2 year',
  title: '{ en: ..., zh: ... }',
  models: '[../models/costs.yaml]',
  reviewed: '2026-11-22',
  retrieved: '2026-07-08',
  with: 'eu-price-126.yaml',
  as_of: '2026-11-22',
  years: '2023 to 2050',
  seed: '2026',
  draws: '10000',
  half_life: '3 year',
  horizons: '{ short: 2026, medium: 2030, long: 2050 }',
  money: '{ report_in: CNY_2023, table: money.yaml }',
  table: 'money.yaml',
  register: '{ file: register.yaml, inherent: No action, residual: Our plan }',
  sha256: 'the 64 digits that sha256sum prints for the CSV',
};

type Issue = z.core.$ZodIssue;

const pathOf = (issue: Issue): Path =>
  issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));

/** `name` is how messages call the value as a whole. */
function explain(
  issue: Issue,
  schema: Schema,
  spans: Spans,
  value: unknown,
  name: string,
): readonly Diagnostic[] {
  const path = pathOf(issue);
  const end = path.at(-1) ?? name;
  const last = typeof end === 'number' ? `member ${end + 1} of ${path.at(-2) ?? name}` : end;
  const found = valueAt(value, path);
  const expectsValue = ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code);
  if (expectsValue && found === undefined)
    return [
      error('key/missing', `the key ${last} is missing`, keyAt(spans, ...path.slice(0, -1)), {
        help: forms[last] === undefined ? undefined : `write ${last}: ${forms[last]}`,
      }),
    ];
  if (expectsValue && found === null)
    return [error('key/type', `${last} has no value`, keyAt(spans, ...path))];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const admitted = keysAdmitted(schema, path);
      return issue.keys.map((key) =>
        error('key/unknown', `unknown key ${key}`, keyAt(spans, ...path, key), {
          // A comma in a plain text ends it, and what follows reads as a key without a value.
          help: key.includes(' ') ? 'a text with a comma stands in double quotes' : didYouMean(key, admitted),
          notes: admitted.length === 0 ? [] : [`keys here: ${admitted.join(', ')}`],
        }),
      );
    }
    case 'invalid_type': {
      const expected = expectedNames[issue.expected] ?? issue.expected;
      const form = forms[last];
      const help = form === undefined ? undefined : `write ${last}: ${form}`;
      return [error('key/type', `${last} must be ${expected}`, spanAt(spans, ...path), { help })];
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (typeof found === 'object')
        return [error('key/type', `${last} must be one of ${options.join(', ')}`, spanAt(spans, ...path))];
      const message = `${last} cannot be ${String(found)}: it is one of ${options.join(', ')}`;
      return [
        error('key/value', message, spanAt(spans, ...path), { help: didYouMean(String(found), options) }),
      ];
    }
    case 'invalid_union': {
      // If the value is at its head what one of the options admits, the faults of that option say more.
      const inside = issue.errors.find((issues) =>
        issues.every((each) => each.path.length > 0 || each.code === 'unrecognized_keys'),
      );
      if (inside === undefined && issue.message === TEXT)
        return [error('key/type', `${last} ${TEXT}`, spanAt(spans, ...path))];
      if (inside === undefined)
        return [error('key/type', `${last} has the wrong shape`, spanAt(spans, ...path))];
      return inside.flatMap((each) =>
        explain({ ...each, path: [...issue.path, ...each.path] }, schema, spans, value, name),
      );
    }
    case 'too_small':
    case 'too_big':
      return [error('key/type', `${last}${beyond(issue)}`, spanAt(spans, ...path))];
    default:
      return [error('key/type', `${last}: ${issue.message}`, spanAt(spans, ...path))];
  }
}

/** What a value beyond an edge must be: as the schema says it, or else in our words. */
function beyond(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (!issue.message.startsWith('Too ')) return `: ${issue.message}`;
  const small = issue.code === 'too_small';
  const edge = String(small ? issue.minimum : issue.maximum);
  if (issue.origin === 'array') return ` has too ${small ? 'few' : 'many'} members: it takes ${edge}`;
  return ` must be ${small ? (issue.inclusive ? 'at least' : 'above') : 'at most'} ${edge}`;
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.hasOwn(current, part) ? (current as Readonly<Record<string, unknown>>)[part] : undefined;
  }
  return current;
}

/** The value in its type, or diagnostics that name every fault of shape. `at` is where in the file the value stands. */
export function shape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  spans: Spans,
  at: Path = [],
): { readonly value?: T; readonly diagnostics: readonly Diagnostic[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, diagnostics: [] };
  const moved: Spans = at.length === 0 ? spans : below(spans, at);
  const name = String(at.at(-1) ?? 'the file');
  const issues = result.error.issues;
  // A required key that is misspelt is reported as unknown, with the right spelling; it is not missing as well.
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) =>
            [...issue.path, suggest(key, keysAdmitted(schema as unknown as Schema, pathOf(issue)))].join(
              '\n',
            ),
          )
        : [],
    ),
  );
  const told = issues.filter(
    (issue) => valueAt(value, pathOf(issue)) !== undefined || !meant.has(issue.path.join('\n')),
  );
  return {
    diagnostics: told.flatMap((issue) => explain(issue, schema as unknown as Schema, moved, value, name)),
  };
}

/** The spans of a part of the document, with paths that start at that part. */
function below(spans: Spans, at: Path): Spans {
  const prefix = at.join('\n');
  const cut = <T>(entries: ReadonlyMap<string, T>): Map<string, T> =>
    new Map(
      [...entries]
        .filter(([key]) => key === prefix || key.startsWith(`${prefix}\n`))
        .map(([key, span]) => [key.slice(prefix.length + 1), span]),
    );
  const values = cut(spans.values);
  const keys = cut(spans.keys);
  const own = spans.keys.get(prefix);
  if (own !== undefined) keys.set('', own);
  return { ...spans, values, keys };
}
