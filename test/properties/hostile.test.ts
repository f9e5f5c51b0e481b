// Whatever stands in a file, the answer is a list of faults with their places, never an exception.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/checking.ts';
import { hasErrors, plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import type { Sources } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { sourcesOf, withTexts } from '../kit/memory.ts';
import { loadBoard } from '../kit/project.ts';

const BASE = new URL('../errors/base/', import.meta.url);
const base = new Map(
  readdirSync(BASE).map((name) => [name, readFileSync(fileURLToPath(new URL(name, BASE)), 'utf8')]),
);
const sound = sourcesOf(base, 'study.yaml');

/** Runs the sources; what is said must have words, places inside the texts, and must print. */
function survive(sources: Sources, overrides: readonly string[] = []): void {
  const { value, diagnostics } = run(sources, overrides);
  expect(value === undefined).toBe(hasErrors(diagnostics));
  const texts = textsOf(sources, overrides);
  for (const { message, code, labels } of diagnostics) {
    expect(message).not.toBe('');
    expect(code).toMatch(/^[a-z-]+(?:\/[a-z-]+)?$/);
    for (const { span } of labels) {
      expect(texts.has(span.file), `${code}: ${message} points to ${JSON.stringify(span.file)}`).toBe(true);
      expect(span.from).toBeLessThanOrEqual(span.to);
      expect(span.to).toBeLessThanOrEqual((texts.get(span.file)?.length ?? 0) + 1);
    }
  }
  printDiagnostics(diagnostics, texts, plain);
}

const path = fc.constantFrom(...base.keys());

const WORDS = [
  ...[
    'values:',
    'each',
    'path',
    'observed',
    'then',
    'splice',
    'base',
    'from',
    'source',
    'assumed',
    'confidence: low',
  ],
  ...[
    'extends: scenario.yaml',
    'unit: 1',
    'by: product',
    'over: base',
    'first: 0',
    'is: 1 + 1',
    'within: [0, 1]',
  ],
  ...[
    'null',
    '~',
    'true',
    '.nan',
    '.inf',
    '-0',
    '1e400',
    '0x10',
    '2023',
    '50 %',
    '[]',
    '{}',
    '"',
    "'",
    '|',
    '>',
    '#',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '<<',
    '*use',
    '&use',
    '!!binary',
    '!',
    '? x',
    '---',
    '\t',
  ],
  ...['\u202e', '\u0000', '\ud800', '铝棒', '🏭', 'é', '\r', '\u2028', '%', '\\', '../../etc/passwd'],
];

interface Change {
  readonly kind: 'delete' | 'duplicate' | 'swap' | 'indent' | 'word' | 'cut' | 'type';
  readonly at: number;
  readonly other: number;
  readonly word: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('delete', 'duplicate', 'swap', 'indent', 'word', 'cut', 'type'),
  at: fc.nat(),
  other: fc.nat(),
  word: fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8, unit: 'binary' })),
});

/** A careless hand: lines lost, doubled, moved, indented, cut off, or with something else in them. */
function altered(text: string, { kind, at, other, word }: Change): string {
  const lines = text.split('\n');
  const [here, there] = [at % lines.length, other % lines.length];
  const line = lines[here] ?? '';
  const place = other % (line.length + 1);
  switch (kind) {
    case 'delete':
      return lines.toSpliced(here, 1).join('\n');
    case 'duplicate':
      return lines.toSpliced(there, 0, line).join('\n');
    case 'swap':
      return lines
        .with(here, lines[there] ?? '')
        .with(there, line)
        .join('\n');
    case 'indent':
      return lines.with(here, other % 2 === 0 ? ` ${line}` : line.slice(1)).join('\n');
    case 'cut':
      return text.slice(0, at % (text.length + 1));
    case 'type':
      return lines.with(here, line.slice(0, place) + word + line.slice(place)).join('\n');
    case 'word':
      return lines
        .with(
          here,
          line.replace(/[^\s:,[\]{}]+(?=[^:]*$)/, () => word),
        )
        .join('\n');
  }
}

const alteredFiles = (sources: Sources, changes: readonly (readonly [string, Change])[]): Sources =>
  changes.reduce(
    (now, [name, each]) => withTexts(now, new Map([[name, altered(now.files.get(name)?.text ?? '', each)]])),
    sources,
  );

describe('hostile files', () => {
  it('a careless hand in the files of a sound study is answered in words', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, change), { minLength: 1, maxLength: 4 }), (changes) => {
        survive(alteredFiles(sound, changes));
      }),
      { numRuns: 70, endOnFailure: true },
    );
  });

  it('a careless hand in the files of the real study is answered in words', async () => {
    const board = await loadBoard();
    const name = fc.constantFrom(...board.files.keys());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, change), { minLength: 1, maxLength: 2 }), (changes) => {
        survive(alteredFiles(board, changes));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('any text at all in the place of a file is answered in words', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom(...WORDS, ':', ' ', '\n', '\n  ', ', ', '[', ']', '{', '}'), { maxLength: 40 })
        .map((words) => words.join('')),
      fc.json(),
    );
    const kind = fc.constantFrom(
      '',
      'model: x\n',
      'study: x\n',
      'company: x\nvalues:\n',
      'scenario: x\n',
      'data: x\n',
    );
    fc.assert(
      fc.property(path, kind, text, (name, head, body) => {
        survive(withTexts(sound, new Map([[name, head + body]])));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('any value, formula, unit and element in its place is answered in words', () => {
    const odd = fc
      .oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 12 }))
      .map((word) => JSON.stringify(word));
    const places: readonly (readonly [string, RegExp])[] = [
      ['company.yaml', /80 MCNY_2023/],
      ['company.yaml', /cn_code(?=: "7604")/],
      ['company.yaml', /"7604"/],
      ['company.yaml', /annual-report/],
      ['company.yaml', /rods(?=: 3000)/],
      ['company.yaml', /emissions_total/],
      ['model.yaml', /emissions_total(?=$)/m],
      ['model.yaml', /cumulative_emissions(?=:)/],
      ['model.yaml', /product(?=, over)/],
      ['model.yaml', /transition_cost$/m],
      ['scenario.yaml', /1\.1/],
      ['scenario.yaml', /orderly/],
      ['scenario.yaml', /region/],
      ['scenario.yaml', /prices\.yaml/],
      ['prices.yaml', /price(?=,)/],
      ['register.yaml', /revenue_2023/],
      ['register.yaml', /likely/],
      ['study.yaml', /CNY_2023/],
      ['study.yaml', /transition_cost/],
      ['money.yaml', /EUR_2024/],
      ['chart.yaml', /items/],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, ([name, where], word) => {
        const text = base.get(name) ?? '';
        expect(text).toMatch(where);
        survive(withTexts(sound, new Map([[name, text.replace(where, () => word)]])));
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });

  it('any override is answered in words', () => {
    const parts = fc.constantFrom(
      'carbon_price',
      'power_use',
      'emissions',
      'revenue_2023',
      '[',
      ']',
      '2030',
      'rods',
      ',',
      '=',
      '140',
      ' EUR_2024/tCO2e',
      ' %',
      '"',
      ' ',
    );
    const text = fc.oneof(
      fc.array(parts, { maxLength: 10 }).map((list) => list.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (overrides) => survive(sound, overrides)),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('no depth of brackets and tables, and no length of a formula, is too much', () => {
    const deep = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000);
    const nested = [50, 100, 500, 1_000, 1_500, 2_000, 3_000].map(
      (levels) => '['.repeat(levels) + ']'.repeat(levels),
    );
    for (const text of [
      deep('[', ']'),
      deep('{ a: ', ' }'),
      `model: x\nabout: ${deep('[', ']')}\n`,
      ...nested,
    ])
      survive(withTexts(sound, new Map([['trial.yaml', text]])));
    for (const formula of [
      deep('(', ')'),
      '-'.repeat(50_000),
      '1 + '.repeat(50_000),
      `${'('.repeat(900)}1${')'.repeat(900)}`,
    ]) {
      const model = `model: x\nabout: x\nformulas:\n  a: { about: x, unit: 1, is: "${formula}" }\n`;
      survive(withTexts(sound, new Map([['trial.yaml', model]])));
    }
  });
});
