// A pack that rests on --set says so wherever it names its study, so that nobody takes a what-if for the board's own numbers.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { render } from '../../src/render/index.ts';
import { type Files, tell } from '../kit/project.ts';

const BASE = fileURLToPath(new URL('../errors/base/', import.meta.url));
const files: Files = Object.fromEntries(
  readdirSync(BASE).map((name) => [name, readFileSync(join(BASE, name), 'utf8')]),
);

const textsOf = async (overrides: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { findings } = await tell(files, 'study.yaml', overrides);
  if (findings === undefined) throw new Error('the base project does not run');
  const artifacts = await render(findings, { language: 'en' });
  return new Map(artifacts.map(({ path, content }) => [path, String(content)]));
};

it('is said in every text and picture, and only where there is one', async () => {
  const said = 'what if carbon_price[2025]=100 EUR_2024/tCO2e';
  const [plain, whatIf] = [await textsOf([]), await textsOf(['carbon_price[2025]=100 EUR_2024/tCO2e'])];
  for (const [path, text] of plain) expect([path, text.includes('what if')]).toEqual([path, false]);
  const signed = [...whatIf].filter(([path]) => /\.(?:md|svg)$/.test(path));
  expect(signed.length).toBeGreaterThan(3);
  for (const [path, text] of signed) expect([path, text.includes('what if')]).toEqual([path, true]);
  expect(whatIf.get('register.md')?.replaceAll('\\', '')).toContain(said);
});
