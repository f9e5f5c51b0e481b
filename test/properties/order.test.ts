// The order in which files say things is a matter of taste: it changes no result.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { Sources } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { withTexts } from '../kit/memory.ts';
import { type Findings, loadBoard } from '../kit/project.ts';

/** Keys below which the order of keys is free; the elements of a set are shown in their order, so they are left out. */
const TABLES = ['given', 'inputs', 'formulas', 'checks', 'examples', 'values', 'sources', 'sets', 'targets'];
const LISTS: Readonly<Record<string, readonly string[]>> = {
  company: ['models', 'reference'],
  money: ['deflators', 'rates'],
};

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

/** Sorts by random numbers; with the same number twice the order stays. */
const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

function shuffle(text: string, random: () => number): string {
  const document: Document = parseDocument(text);
  const root = document.contents;
  if (!isMap(root)) return text;
  const [first, ...rest] = root.items as Pair[];
  if (first === undefined) return text;
  for (const pair of rest) {
    if (TABLES.includes(keyOf(pair)) && isMap(pair.value))
      pair.value.items = shuffled(pair.value.items, random);
    if (LISTS[keyOf(first)]?.includes(keyOf(pair)) && isSeq(pair.value))
      pair.value.items = shuffled(pair.value.items, random);
    // The keys of one quantity or value: unit before about, source before path.
    if (TABLES.includes(keyOf(pair)) && isMap(pair.value))
      for (const { value } of pair.value.items) if (isMap(value)) value.items = shuffled(value.items, random);
  }
  root.items = [first, ...shuffled(rest, random)];
  return document.toString({ lineWidth: 0 });
}

function findingsOf(sources: Sources): Findings {
  const { value, diagnostics } = run(sources, []);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
}

const keyed = ({ series }: Findings): ReadonlyMap<string, readonly number[]> =>
  new Map(
    series.map((each) => [[each.scenario, each.strategy, each.quantity, each.item].join('\n'), each.values]),
  );

/** A sum in another order differs in its last digits. */
const TOLERANCE = 1e-11;

function expectSameNumbers(got: Findings, wanted: Findings): void {
  const [left, right] = [keyed(got), keyed(wanted)];
  expect([...left.keys()].toSorted()).toEqual([...right.keys()].toSorted());
  const different = [...right].flatMap(([key, values]) => {
    const largest = Math.max(...values.map(Math.abs));
    const apart = values.some(
      (value, index) => Math.abs(value - (left.get(key)?.[index] ?? Number.NaN)) > TOLERANCE * largest,
    );
    return apart ? [{ key, values, got: left.get(key) }] : [];
  });
  expect(different).toEqual([]);
}

describe('the order of files and keys', () => {
  it('no shuffle of keys in the files of the real study, or of the lists of its company, changes a number', async () => {
    const board = await loadBoard();
    const findings = findingsOf(board);
    const yaml = [...board.files].filter(([path]) => path.endsWith('.yaml'));
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (numbers) => {
        const random = (): number => numbers.next().value ?? 0;
        const texts = new Map(yaml.map(([path, { text }]) => [path, shuffle(text, random)]));
        const mixed = findingsOf(withTexts(board, texts));
        expectSameNumbers(mixed, findings);
        const targets = ({ targets: each }: Findings) => each.map(({ name }) => name).toSorted();
        expect(targets(mixed)).toEqual(targets(findings));
        expect(mixed.assumptions.length).toBe(findings.assumptions.length);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('the order in which files are loaded changes nothing at all', async () => {
    const board = await loadBoard();
    const findings = findingsOf(board);
    const reversed = { ...board, files: new Map([...board.files].toReversed()) };
    expect(findingsOf(reversed)).toEqual(findings);
  });
});
