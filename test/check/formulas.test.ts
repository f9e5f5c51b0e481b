// What the check says of formulas, one by one: formulas.yaml stands in the model of test/errors/base, and formulas.txt has each formula and,
// below it, every message of which the first place is in it; nothing, where it is sound. `npx vitest run test/check -u` writes it again.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check, checkOver } from '../../src/check/index.ts';
import { parseFormula } from '../../src/parse/formula.ts';
import { createMathParser } from '../../src/parse/mathjs.ts';
import { changed, checkFiles } from '../kit/checked.ts';
import { base } from '../kit/faults.ts';
import { told } from '../kit/told.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const formulas = readFileSync(here('formulas.yaml'), 'utf8');
const lines = formulas.split('\n').filter((line) => line.startsWith('  f'));

describe('the check', () => {
  it('says of every formula what formulas.txt says', async () => {
    const files = changed({ 'model.yaml': [['formulas:\n', `formulas:\n${formulas}`]] });
    const model = String(files['model.yaml']);
    const { diagnostics } = checkFiles(files, 'study.yaml');
    const blocks = lines.map((line) => {
      const from = model.indexOf(`${line}\n`);
      const own = diagnostics.filter(({ labels }) => {
        const { file = '', from: place = -1 } = labels[0]?.span ?? {};
        return file.endsWith('model.yaml') && place >= from && place <= from + line.length;
      });
      return [line.trim(), ...told(own, files).map((text) => `  ${text}`)].join('\n');
    });
    const elsewhere = diagnostics.filter(({ labels }) => labels[0]?.span.file !== 'scenarios/model.yaml');
    const text = [...blocks, ['elsewhere', ...told(elsewhere, files).map((said) => `  ${said}`)].join('\n')];
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot(here('formulas.txt'));
  });

  it.each([
    ['is: trial', 'within a year | «trial» reads trial'],
    ['is: "trial[2025]"', 'through a fixed year or a sum over years | «trial[2025]» reads trial'],
    ['is: "sum(trial, year)"', 'through a fixed year or a sum over years | «trial» reads trial'],
    [
      'is: "trial[year - 1] + sum(trial, year)", first: 0',
      'through a fixed year or a sum over years | «trial» reads trial',
    ],
    [
      'is: "trial[year - 1] + trial[2025]", first: 0',
      'through a fixed year or a sum over years | «trial[2025]» reads trial',
    ],
    ['is: "trial[year - 1]", first: trial', 'within a year | «trial» reads trial'],
  ])('says of { %s } that it reads itself', (formula, how) => {
    const files = changed({
      'model.yaml': [['formulas:\n', `formulas:\n  trial: { about: A trial, unit: 1, ${formula} }\n`]],
    });
    const help = how.startsWith('within')
      ? 'break the circle with a lag: x[year - 1]'
      : 'a loop over years can only look back with a lag';
    expect(told(checkFiles(files, 'study.yaml').diagnostics, files)).toEqual([
      `cycle: trial depends on itself ${how} | trial -> trial | ${help}`,
    ]);
  });

  it.each([
    ['unit: 1, is: "trial[year - 1]", first: 0'],
    // Summed over a set, not over the years.
    ['unit: t, by: product, is: "each(sum(trial[year - 1], product), product)", first: production'],
    [
      'unit: t, by: product, is: "trial[year - 1] + each(production[plates, 2025], product)", first: production',
    ],
  ])('lets a formula look back at itself: %s', (formula) => {
    const files = changed({
      'model.yaml': [['formulas:\n', `formulas:\n  trial: { about: A trial, ${formula} }\n`]],
    });
    expect(told(checkFiles(files, 'study.yaml').diagnostics, files)).toEqual([]);
  });
});

describe('a condition', () => {
  it.each([
    ['revenue_2023 > 0', 'base'],
    ['revenue_2023 > 0 and production_2023[rods] > 0', 'base'],
    ['1 > 0', 'base'],
    ['green_share <= 1', 'years'],
    ['revenue_2023 > 0 and green_share <= 1', 'years'],
    ['year > 1', 'years'],
    ['revenue_2023 > year - year', 'years'],
    ['unknown_thing > 0', 'years'],
  ])('%s is looked at over %s', (text, over) => {
    const { expression } = parseFormula(text, { file: 'model.yaml', from: 0 }, createMathParser());
    const [study] = checkFiles(base, 'study.yaml').studies;
    if (expression === undefined || study === undefined) throw new Error(text);
    expect(checkOver(expression, study.program)).toBe(over);
  });

  it('and all else that is sound makes a checked program', () => {
    const [study] = checkFiles(base, 'study.yaml').studies;
    if (study === undefined) throw new Error('the base project has a fault');
    expect(check(study.program).value).toEqual({ kind: 'checked', program: study.program });
  });
});
