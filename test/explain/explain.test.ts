// What an explanation of a number of the board study says; that its leaves give the number again is held in board.test.ts.

import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import {
  type Explanation,
  explain,
  explanationGraph,
  explanationText,
  type Question,
} from '../../src/explain/index.ts';
import { check } from '../../src/pipeline.ts';
import { simulate } from '../../src/simulate/index.ts';
import { loadBoard } from '../kit/project.ts';

const [checked] = check(await loadBoard(), []).value ?? [];
const study = checked?.program.study;
if (checked === undefined || study === undefined) throw new Error('the real study cannot be checked');
const { program } = checked;
const plan = compile(checked, study.years, study.baseYear);
const run = simulate(program, plan, study.cases, 1).value;
if (run === undefined) throw new Error('the real study does not run');

const graph = explanationGraph(run, study.name, ({ file, from }) => ({ file, line: from + 1 }));
const ask = (question: Question) => explain(graph, study.horizons.medium, question);

function explained(question: Question): Explanation {
  const { value, diagnostics } = ask(question);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
}

describe('an explanation', () => {
  const cbam = explained({ quantity: 'cbam_cost', item: 'profiles', year: 2030 });

  it('names formula, law, file and line of what is computed', () => {
    expect(cbam.numbers.get('certificates_actual[profiles] 2030')?.computed).toMatchObject({
      formula:
        'in_force * max(0, embedded_actual - free_allocation_actual - carbon_price_claimed / certificate_price)',
      at: { file: 'scenarios/models/cbam.yaml' },
      law: { key: 'eu-2025-2083' },
    });
  });

  it('says of a year of a spliced path who gives that year', () => {
    const price = (year: number) =>
      explained({ quantity: 'eu_price', year }).numbers.get(`eu_price ${year}`)?.given;
    expect(price(2025)?.ground).toMatchObject({ kind: 'source', key: 'eua-front-december' });
    expect(price(2030)?.ground).toMatchObject({ kind: 'source', key: 'ngfs-phase5' });
    expect(price(2030)?.proxy).toBe('OECD & EU (R5) stands for the EU');
  });

  it('shows what a later layer replaced, with file and line', () => {
    const share = explained({ quantity: 'green_power_share', strategy: 'Committed plan', year: 2026 });
    expect(share.numbers.get('green_power_share 2026')?.given).toMatchObject({
      layer: 'strategy',
      replaces: [{ layer: 'company', at: { file: 'scenarios/innovation-new-material/company.yaml' } }],
    });
  });

  it('counts the inputs it rests on, and which of them are assumed', () => {
    const { inputs, values, sourced, assumed } = cbam.basis;
    expect(values).toBe(sourced + assumed);
    // A price of four products is one input and four values.
    expect(inputs).toBeLessThan(values);
    expect(assumed).toBeGreaterThan(3);
    expect(explained({ quantity: 'production_total_reported' }).basis).toEqual({
      inputs: 1,
      values: 1,
      sourced: 1,
      assumed: 0,
    });
  });

  it('follows lags to the first year', () => {
    const { numbers } = explained({ quantity: 'discount_factor', year: 2030 });
    const years = [...numbers.values()].filter(({ quantity }) => quantity === 'discount_factor');
    expect(years.map(({ year }) => year)).toEqual([2030, 2029, 2028, 2027, 2026, 2025, 2024, 2023]);
    expect(years.at(-1)?.computed?.formula).toBe('1');
  });

  it('as text opens as many levels as are asked for, and every number once', () => {
    const lines = (depth: number) => explanationText(cbam, depth).map(({ stem, text }) => stem + text);
    expect(lines(0)[3]).toMatch(/^cbam_cost\[profiles\] = [\d.]+ MCNY_2023$/);
    expect(lines(0).length).toBeLessThan(lines(1).length);
    expect(lines(1).length).toBeLessThan(lines(9).length);
    const opened = lines(9).filter((line) => /eu_price =/.test(line) && !line.includes('see above'));
    expect(opened).toHaveLength(1);
    expect(lines(99).join('\n')).not.toContain('--depth');
  });
});

describe('a question that cannot be answered', () => {
  const fault = (question: Question) => {
    const { value, diagnostics } = ask(question);
    expect(value).toBeUndefined();
    return diagnostics.map(({ code, message, help }) => [code, message, help]);
  };

  it('is told what there is instead', () => {
    expect(fault({ quantity: 'cbam_cst' })).toEqual([
      ['explain/quantity', 'there is no quantity cbam_cst', 'did you mean cbam_cost?'],
    ]);
    expect(fault({ quantity: 'money_and_fame' })).toEqual([
      [
        'explain/quantity',
        'there is no quantity money_and_fame',
        'tcfd list quantities STUDY names all of them',
      ],
    ]);
    expect(fault({ quantity: 'register.reputation_and_fame' })).toEqual([
      [
        'explain/row',
        'there is no quantified row of the register register.reputation_and_fame',
        `there are ${graph.sums.map(({ name }) => name).join(', ')}`,
      ],
    ]);
    expect(fault({ quantity: 'cbam_cost' })).toEqual([
      [
        'explain/item',
        'cbam_cost has a number for each product',
        'name one with --item: rods, profiles, sheets_foils, rods_cables; or --item all for their sum',
      ],
    ]);
    expect(fault({ quantity: 'transition_cost', item: 'rods' })).toEqual([
      ['explain/item', 'transition_cost is one number and has no items', 'leave --item out'],
    ]);
    expect(
      fault({ quantity: 'eu_price', year: 2060, scenario: 'Net Zero 2051', strategy: 'Nothing' }),
    ).toEqual([
      ['explain/scenario', 'there is no scenario Net Zero 2051', 'did you mean Net Zero 2050?'],
      ['explain/strategy', 'there is no strategy Nothing', expect.stringContaining('No action')],
      ['explain/year', 'there is no year 2060', 'there are 2023 to 2050'],
    ]);
  });
});
