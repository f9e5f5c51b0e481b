// The disclosure map of a small study: which version of a standard is in force on its day, what an answer is called, and what is written.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/render/index.ts';
import { type Files, tell } from '../kit/project.ts';

const BASE = fileURLToPath(new URL('../errors/base/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const base: Files = Object.fromEntries(readdirSync(BASE).map((name) => [name, readFileSync(BASE + name)]));

async function findingsOf(changes: Readonly<Record<string, (text: string) => string>> = {}) {
  const changed = Object.entries(changes).map(([name, edit]) => [name, edit(String(base[name]))] as const);
  const told = await tell({ ...base, ...Object.fromEntries(changed) }, 'study.yaml', []);
  if (told.findings === undefined) throw new Error(told.printed);
  return told.findings;
}

const asOf = (day: string) => ({ 'study.yaml': (text: string) => text.replace('2026-11-22', day) });

describe('the version in force', () => {
  // The first edition until the end of 2026, the second from the day after; the trial since 2026.
  it.each([
    ['2023-12-31', [], []],
    ['2024-01-01', ['first'], ['3(a)']],
    ['2025-12-31', ['first'], ['3(a)']],
    ['2026-01-01', ['first', 'only'], ['3(a)', '7']],
    ['2026-12-31', ['first', 'only'], ['3(a)', '7']],
    ['2027-01-01', ['second', 'only'], ['chapter 2', '7']],
    ['2050-01-01', ['second', 'only'], ['chapter 2', '7']],
  ])('on %s', async (day, versions, paragraphs) => {
    const { disclosure } = await findingsOf(asOf(day));
    expect(disclosure?.standards.flatMap(({ inForce }) => inForce ?? [])).toEqual(versions);
    expect(disclosure?.rows[0]?.asked.map(({ paragraph }) => paragraph.en)).toEqual(paragraphs);
  });
});

describe('an answer', () => {
  const answersOf = async (relevance: string) => {
    const edit = (text: string) => text.replace('{ shown: [{ scenarios: because }] }', relevance);
    return (await findingsOf({ 'disclosure.yaml': edit })).disclosure?.rows.map(({ answer }) => answer);
  };

  it('is yes where something is shown, partly where something lacks, no where nothing is shown', async () => {
    const lacks = 'lacks: { en: half of it, zh: 一半 }';
    expect(await answersOf('{ shown: [{ scenarios: because }] }')).toEqual(['yes', 'no']);
    expect(await answersOf(`{ shown: [{ scenarios: because }], ${lacks} }`)).toEqual(['partly', 'no']);
    expect(await answersOf(`{ ${lacks} }`)).toEqual(['no', 'no']);
    expect(await answersOf(`{ shown: [], ${lacks} }`)).toEqual(['no', 'no']);
  });
});

describe('the pack', () => {
  const written = async (language: 'en' | 'zh', changes: Parameters<typeof findingsOf>[0] = {}) => {
    const artifacts = await render(await findingsOf(changes), { language });
    return (path: string) => String(artifacts.find((one) => one.path === path)?.content);
  };
  const everyPlace = (text: string) =>
    text.replace(
      '[{ scenarios: because }]',
      '[{ scenarios: because }, { quantity: transition_cost }, { input: carbon_price }, { target: emissions_2030 }, { register: carbon }, { chart: carbon-cost }, { file: evidence.md, part: heaviest }]',
    );

  it.each(['en', 'zh'] as const)('holds the map in %s, as text and as a table', async (language) => {
    const text = await written(language, { 'disclosure.yaml': everyPlace });
    for (const path of ['disclosure.md', 'disclosure.csv'])
      await expect(text(path)).toMatchFileSnapshot(`${HERE}golden/${language}/${path}`);
  });

  it('says in one line that a study gives none', async () => {
    const without = { 'study.yaml': (text: string) => text.replace('disclosure: disclosure.yaml\n', '') };
    const text = await written('en', without);
    expect(text('disclosure.md').trim().split('\n').at(-1)).toBe('The study gives no disclosure map.');
    expect(text('disclosure.csv').split('\n')).toEqual([expect.stringMatching(/^number,row,title/), '']);
  });
});
