// What `tcfd lint` says of studies as they stand in scenarios/, and of one whose check fails.

import { expect, it } from 'vitest';
import { textsOf } from '../../src/checking.ts';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import { lint } from '../../src/pipeline.ts';
import { base } from '../kit/faults.ts';
import { loadFiles, loadStudy } from '../kit/project.ts';

it('nothing is read into a study whose check fails, and the errors are told', async () => {
  const broken = String(base['model.yaml']).replace('unit: MWh/t', 'unit: MWh');
  const { value } = await loadFiles({ ...base, 'model.yaml': broken }, 'study.yaml');
  if (value === undefined) throw new Error('the base project cannot be loaded');
  const printed = printDiagnostics(lint(value, []).diagnostics, textsOf(value, []), plain);
  expect(printed).toMatch(/^error /);
  expect(printed).not.toContain('lint/');
});

it('findings come after the warnings of the check', async () => {
  const once = 'inputs:\n';
  const twice =
    'inputs:\n  water_use: { about: Water for a tonne of metal, unit: m3/t, over: base, set_by: company }\n';
  const company = String(base['company.yaml']).replace(
    '  revenue_2023:',
    '  water_use: 6 m3/t\n  revenue_2023:',
  );
  const model = String(base['model.yaml']).replace(once, twice);
  const { value } = await loadFiles({ ...base, 'model.yaml': model, 'company.yaml': company }, 'study.yaml');
  if (value === undefined) throw new Error('the base project cannot be loaded');
  const { value: findings, diagnostics } = lint(value, []);
  expect(findings?.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'lint/unread: nothing reads the input water_use',
  ]);
  expect(diagnostics.slice(-1)).toEqual(findings);
});

it.each([
  'template/study.yaml',
  'innovation-new-material/board.yaml',
])('there is nothing to say of %s', async (study) => {
  const sources = await loadStudy(study);
  expect(printDiagnostics(lint(sources, []).diagnostics, textsOf(sources, []), plain)).toBe('');
});
