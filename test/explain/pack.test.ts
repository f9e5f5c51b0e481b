// Every number of a small study's pack, with the question that the pack gives for it: the answer is the number shown, and the leaves of the
// answer alone give it again to the last bit.

import { describe, expect, it } from 'vitest';
import { type Explanation, explain as explainNumber, type Question } from '../../src/explain/index.ts';
import { load } from '../../src/load/index.ts';
import { check, run } from '../../src/pipeline.ts';
import { render } from '../../src/render/index.ts';
import { interpret } from '../../src/simulate/index.ts';

const GOLDEN = new URL('../golden/project/', import.meta.url).pathname;
const sources = (await load(['scenarios/bakery/study.yaml'], { cwd: GOLDEN })).value;
const [checked] = check(sources, []).value ?? [];
const findings = run(sources, []).value;
if (checked?.program.study === undefined || findings?.register === undefined)
  throw new Error('the bakery does not run');
const { program } = checked;
const { graph, register, horizons } = findings;
const STUDY = 'scenarios/bakery/study.yaml';

function explained(question: Question): Explanation {
  const { value, diagnostics } = explainNumber(graph, horizons.medium, question);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
}

/** A number of an explanation from its leaves, by formulas read anew; throws where a leaf is not in it. */
function fromLeaves({ numbers }: Explanation, id: string): number {
  const asked = numbers.get(id);
  if (asked === undefined) throw new Error(`no ${id}`);
  const interpreter = interpret(program, {
    years: graph.years,
    baseIndex: graph.baseIndex,
    input: (name, cell, time) => {
      const over = program.quantities.get(name)?.over;
      const year = graph.years[over === 'base' ? graph.baseIndex : time];
      const leaf = numbers.get(`${name}${cell.length === 0 ? '' : `[${cell.join('; ')}]`} ${year}`);
      if (leaf?.given === undefined) throw new Error(`${id} is explained without ${name} ${cell}`);
      return leaf.inBaseUnits;
    },
  });
  const key = asked.item === '' ? [] : asked.item.split('; ');
  return interpreter.value(asked.quantity, key, Math.max(0, graph.years.indexOf(asked.year)));
}

/** The root from its leaves: a formula, or a sum of quantities, each over its elements. */
function recomputed(explanation: Explanation): number {
  const root = explanation.numbers.get(explanation.root);
  if (root === undefined) throw new Error('no root');
  const isSum =
    root.quantity.startsWith('register.') || root.computed?.formula.startsWith(`sum(${root.quantity}, `);
  if (!isSum) return fromLeaves(explanation, explanation.root);
  const groups = new Map<string, number>();
  for (const id of root.operands) {
    const name = explanation.numbers.get(id)?.quantity ?? '';
    groups.set(name, (groups.get(name) ?? 0) + fromLeaves(explanation, id));
  }
  return [...groups.values()].reduce((sum, one) => sum + one, 0);
}

function expectShown(question: Question, shown: number): void {
  const explanation = explained(question);
  const root = explanation.numbers.get(explanation.root);
  expect([question, root?.value]).toEqual([question, shown]);
  expect([question, Object.is(recomputed(explanation), root?.inBaseUnits)]).toEqual([question, true]);
}

describe('the numbers of the register', () => {
  const rows = register.rows.filter(({ drivenBy }) => drivenBy.length > 0);

  it.each(rows.map((row) => [row.name, row] as const))('%s, in every scenario and strategy', (name, row) => {
    for (const { scenario, inherent, current, residual } of row.impacts)
      for (const [strategy, shown] of [
        [register.inherent, inherent],
        [register.current, current],
        [register.residual, residual],
      ] as const)
        if (shown !== undefined) expectShown({ quantity: `register.${name}`, scenario, strategy }, shown);
    expect(row.impacts.length).toBe(2);
  });

  it('are answered by the question that register.csv and register.md give with the row', async () => {
    const artifacts = new Map(
      (await render(findings, { language: 'en' })).map(({ path, content }) => [path, String(content)]),
    );
    for (const row of rows)
      for (const [side, strategy] of [
        [row.inherent, register.inherent],
        [row.residual, register.residual],
      ] as const) {
        const question = `tcfd explain ${STUDY} register.${row.name} --scenario "${side.scenario}" --strategy "${strategy}"`;
        expect(artifacts.get('register.md')).toContain(`- \`${question}\``);
        expect(artifacts.get('register.csv')?.replaceAll('""', '"')).toContain(question);
        expectShown(
          { quantity: `register.${row.name}`, scenario: side.scenario, strategy },
          side.amount ?? Number.NaN,
        );
      }
    expect(rows.length).toBeGreaterThan(0);
  });

  it('have the row for their formula, with its place', () => {
    const { numbers, root } = explained({ quantity: `register.${rows[0]?.name}` });
    expect(numbers.get(root)?.computed).toMatchObject({ at: { file: 'scenarios/bakery/register.yaml' } });
  });
});

describe('the other numbers', () => {
  it('of every target', () => {
    for (const { quantity, item, year, scenario, strategy, value } of findings.targets)
      expectShown({ quantity, ...(item === '' ? {} : { item }), year, scenario, strategy }, value);
    expect(findings.targets.length).toBeGreaterThan(4);
  });

  it('of every headline at every horizon', () => {
    for (const { quantity, scenario, strategy, values } of findings.headlines)
      for (const [horizon, shown] of Object.entries(values)) {
        const year = horizons[horizon as keyof typeof horizons];
        const several = (findings.quantities.get(quantity)?.sets.length ?? 0) > 0;
        expectShown({ quantity, ...(several ? { item: 'all' } : {}), year, scenario, strategy }, shown);
      }
  });

  it('of every line of the results, and of the sum over the elements of each quantity', () => {
    let compared = 0;
    for (const { quantity, item, scenario, strategy, years, values } of findings.series)
      for (const [index, year] of years.entries()) {
        expectShown(
          { quantity, ...(item === '' ? {} : { item }), year, scenario, strategy },
          values[index] ?? Number.NaN,
        );
        compared++;
      }
    expect(compared).toBeGreaterThan(500);
    for (const { name, sets } of findings.quantities.values())
      if (sets.length > 0) {
        const explanation = explained({ quantity: name, item: 'all' });
        const root = explanation.numbers.get(explanation.root);
        expect([name, Object.is(recomputed(explanation), root?.inBaseUnits)]).toEqual([name, true]);
      }
  });

  it('on both sides of a reconciliation', () => {
    for (const { left, right } of findings.reconciliation)
      for (const { quantity, value } of [left, right]) {
        const explanation = explained({ quantity, year: findings.baseYear });
        const root = explanation.numbers.get(explanation.root);
        expect(recomputed(explanation)).toBe(root?.inBaseUnits);
        if (quantity === left.quantity) expect(root?.value).toBe(value);
      }
  });
});
