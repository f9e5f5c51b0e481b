// Holds a YAML value against its zod schema and says what is wrong in the words of the file, with the place.
import type { z } from 'zod';
import { type Diagnostic, didYouMean, error, suggest } from '../diagnostics/index.ts';
import { keyAt, type Path, type Spans, spanAt } from './spans.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

/** The keys that the schema admits at a path; empty where any name is admitted. */
function keysAdmitted(schema: Schema, path: Path): readonly string[] {
  const { type, shape, valueType, element, innerType, options } = schema._zod.def;
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
  int: 'a whole number',
};

type Issue = z.core.$ZodIssue;

const pathOf = (issue: Issue): Path =>
  issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));

function explain(issue: Issue, schema: Schema, spans: Spans, value: unknown): readonly Diagnostic[] {
  const path = pathOf(issue);
  const last = path.at(-1);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const admitted = keysAdmitted(schema, path);
      return issue.keys.map((key) =>
        error('key/unknown', `unknown key ${key}`, keyAt(spans, ...path, key), {
          help: didYouMean(key, admitted),
          notes: admitted.length === 0 ? [] : [`keys here: ${admitted.join(', ')}`],
        }),
      );
    }
    case 'invalid_type': {
      if (valueAt(value, path) === undefined)
        return [
          error('key/missing', `the key ${String(last)} is missing`, keyAt(spans, ...path.slice(0, -1))),
        ];
      return [
        error(
          'key/type',
          `${String(last ?? 'the file')} must be ${expectedNames[issue.expected] ?? issue.expected}`,
          spanAt(spans, ...path),
        ),
      ];
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (valueAt(value, path) === undefined)
        return [
          error('key/missing', `the key ${String(last)} is missing`, keyAt(spans, ...path.slice(0, -1))),
        ];
      const written = String(valueAt(value, path));
      return [
        error(
          'key/value',
          `${String(last)} cannot be ${written}: it is one of ${options.join(', ')}`,
          spanAt(spans, ...path),
          {
            help: didYouMean(written, options),
          },
        ),
      ];
    }
    case 'invalid_union':
      if (valueAt(value, path) === undefined)
        return [
          error('key/missing', `the key ${String(last)} is missing`, keyAt(spans, ...path.slice(0, -1))),
        ];
      return [error('key/type', `${String(last)} has the wrong shape`, spanAt(spans, ...path))];
    default:
      return [error('key/type', `${String(last ?? 'the file')}: ${issue.message}`, spanAt(spans, ...path))];
  }
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
    diagnostics: told.flatMap((issue) => explain(issue, schema as unknown as Schema, moved, value)),
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
