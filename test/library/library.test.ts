// The package as somebody else installs it: the example of README.md compiles against its types and runs, and leaves what it says.

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/pipeline.ts';
import { loadStudy } from '../kit/project.ts';
import { type Installed, install, ROOT } from './packed.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [, example = ''] = /```ts\n(\/\/ use\.ts\n[\s\S]*?)```/.exec(readme) ?? [];

/** What must not compile: were the types lost, nothing would be wrong with it. */
const WRONG = `import { render, run } from 'tcfd-scenarios';
import { load } from 'tcfd-scenarios/node';
const { value } = run((await load([], { cwd: '.' })).value, []);
// @ts-expect-error a language that no pack is written in
if (value !== undefined) await render(value, { language: 'fr' });
// @ts-expect-error a number where texts belong
run(1, []);
`;

let user: Installed;

beforeAll(async () => {
  user = await install();
  cpSync(join(ROOT, 'scenarios'), join(user.folder, 'scenarios'), { recursive: true });
});

afterAll(() => user?.remove());

const written = (name: string, text: string): string => {
  writeFileSync(join(user.folder, name), text);
  return name;
};

describe('the package', () => {
  it('holds what its doors lead to', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      exports: Record<string, Record<string, string>>;
    };
    const doors = Object.values(exports).flatMap((door) => Object.values(door));
    expect(doors).toHaveLength(4);
    for (const door of doors) expect(user.packed).toContain(door.slice(2));
  });

  it('is checked by the compiler of whoever uses it: Node, whose types are there', async () => {
    const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
    written('use.ts', example);
    const options = ['--module', 'nodenext', ...types];
    expect(await user.compile(written('wrong.ts', WRONG), 'use.ts', ...options)).toEqual({
      code: 0,
      said: '',
    });
  });

  it('is checked by the compiler of whoever uses it: a bundler for browsers', async () => {
    const options = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', '', '--noEmit'];
    expect(await user.compile(written('use.ts', example), ...options)).toEqual({ code: 0, said: '' });
  });

  it('runs the example of README.md as the compiler has left it', async () => {
    const { code, said } = await user.node('use.js');
    const { value } = run(await loadStudy('steel-fabricator/study.yaml'), [
      'green_certificate_price=9 CNY_2023/MWh',
    ]);
    const lines = (value?.headlines ?? []).map(({ scenario, strategy, quantity, values, unit }) =>
      [scenario, strategy, quantity, values.medium, unit].join(' | '),
    );
    expect([code, said]).toEqual([0, `${lines.join('\n')}\n`]);
    expect(lines.length).toBeGreaterThan(0);
    for (const file of ['results.csv', 'charts/abatement-curve.vl.json', 'disclosure.md'])
      expect(existsSync(join(user.folder, 'out/from-code', file)), file).toBe(true);
  });
});
