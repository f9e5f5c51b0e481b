// The JSON Schemas by which an editor completes and checks files: those in scenarios/schema/ are the parser's own shapes, every file names
// its own, and a schema refuses what the parser calls a fault of shape and nothing else.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/parse/document.ts';
import type { Kind } from '../../src/parse/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { fileSchemas, type JsonSchema } from '../../src/parse/schema.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SCHEMAS = join(ROOT, 'scenarios/schema');
const schemas = fileSchemas();

const yamlBelow = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .toSorted();

const ajv = new Ajv({ strict: true, strictTuples: false, allowUnionTypes: true });
const validators = new Map([...schemas].map(([kind, schema]) => [kind, ajv.compile(schema)]));
const validatorOf = (kind: Kind): ValidateFunction => {
  const validate = validators.get(kind);
  if (validate === undefined) throw new Error(`no schema of ${kind}`);
  return validate;
};

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const kindOf = (text: string): Kind => (/^(?!#|\s)(\w+)\s*:/m.exec(text)?.[1] ?? 'none') as Kind;

/** The file as an editor hands it to its checker. */
const contentOf = (path: string): unknown => parseYaml(path, textOf(path)).value;

/** The codes of what the parser finds wrong in a file alone. */
function faultsOf(path: string): readonly string[] {
  const files = new Map([
    [path, { path, text: textOf(path), bytes: new Uint8Array(), sha256: '', links: new Map() }],
  ]);
  return parse({ entries: [path], files }).diagnostics.map(({ code }) => code);
}

describe('scenarios/schema', () => {
  it.each([...schemas])('%s.json is what the parser uses', async (kind, schema) => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(SCHEMAS, `${kind}.json`));
  });

  it('holds no other schema', () => {
    expect(readdirSync(SCHEMAS).toSorted()).toEqual(
      [...schemas.keys()].map((kind) => `${kind}.json`).toSorted(),
    );
  });

  it('says of every key what it means', () => {
    const silent: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, one] of Object.entries((node as JsonSchema).properties ?? {}))
        if (typeof one === 'object' && one.description === undefined) silent.push(`${path}.${name}`);
      for (const [key, below] of Object.entries(node)) visit(below, `${path}.${key}`);
    };
    for (const [kind, schema] of schemas) visit(schema, kind);
    expect(silent).toEqual([]);
  });
});

describe('the files of scenarios/', () => {
  const paths = yamlBelow('scenarios');

  it('name their schema in the first line', () => {
    const wrong = paths.flatMap((path) => {
      const text = textOf(path);
      const named = relative(join(ROOT, dirname(path)), join(SCHEMAS, `${kindOf(text)}.json`));
      const line = `# yaml-language-server: $schema=${named}`;
      return text.startsWith(`${line}\n`) ? [] : [`${path} lacks its first line: ${line}`];
    });
    expect(wrong).toEqual([]);
    expect(paths.length).toBeGreaterThan(100);
  });

  it('are what their schema says', () => {
    const wrong = paths.flatMap((path) => {
      const validate = validatorOf(kindOf(textOf(path)));
      return validate(contentOf(path)) ? [] : [`${path}: ${ajv.errorsText(validate.errors)}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** Faults that an editor cannot know: a day that no calendar has, two columns of a table that need each other. */
const BEYOND = [
  'key-type/no-such-day',
  'key-type/retrieved-on-no-day',
  'key-type/low-without-high',
  'key-type/range-beside-years',
];

describe('a schema', () => {
  const fits = (path: string): boolean => validatorOf(kindOf(textOf(path)))(contentOf(path));

  it('refuses what the parser calls a fault of shape, and nothing that the parser takes', () => {
    const unlike = [...yamlBelow('test/errors'), ...yamlBelow('test/golden/project')].flatMap((path) => {
      const faults = faultsOf(path);
      if (faults.some((code) => /^(?:yaml|file)\//.test(code)) || BEYOND.some((one) => path.includes(one)))
        return [];
      const misshapen = faults.some((code) => code.startsWith('key/'));
      if (misshapen && fits(path)) return [`${path} fits`];
      return faults.length === 0 && !fits(path) ? [`${path} is refused`] : [];
    });
    expect(unlike).toEqual([]);
  });

  it('refuses a file of every case of a wrong key', () => {
    const cases = ['key-missing', 'key-type', 'key-unknown', 'key-value'].flatMap((code) =>
      readdirSync(join(ROOT, 'test/errors', code)).map((name) => `${code}/${name}`),
    );
    expect(cases.length).toBeGreaterThan(25);
    const passed = cases.filter(
      (one) => !BEYOND.includes(one) && yamlBelow(`test/errors/${one}`).every(fits),
    );
    expect(passed).toEqual([]);
  });
});
