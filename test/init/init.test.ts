// tcfd init, schema, completion, lint and backtest as a newcomer meets them: an installed package, an empty folder, no project around.

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/bundle.js';
import { type Ended, start } from '../house/command-line.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SCENARIOS = join(ROOT, 'scenarios');

let home = '';
let command = '';
let cwd = '';

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-init-')));
  // As npm lays it out: the bundle beside scenarios/ in the package, the packages it needs above.
  const installed = join(home, 'node_modules/tcfd-scenarios');
  mkdirSync(installed, { recursive: true });
  await bundle(join(installed, '.bundle'));
  cpSync(SCENARIOS, join(installed, 'scenarios'), { recursive: true });
  for (const name of ['subset-font', '@resvg'])
    symlinkSync(join(ROOT, 'node_modules', name), join(home, 'node_modules', name));
  command = join(installed, '.bundle/tcfd.js');
});

beforeEach(() => {
  cwd = mkdtempSync(join(home, 'empty-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const tcfd = (...words: readonly string[]): Promise<Ended> => start(command, words, { cwd });

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, folder).length + 1))
    .toSorted();

describe('tcfd init', () => {
  it('makes a company that runs at once and leaves charts, register, targets and report', async () => {
    const made = await tcfd('init', 'acme');
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toContain('tcfd run acme/study.yaml');
    const ran = await tcfd('run', 'acme/study.yaml', '--draws', '100');
    expect(ran.code).toBe(0);
    expect(ran.stderr).not.toMatch(/warning|error/);
    const pack = filesIn('out/study');
    for (const file of ['register.md', 'targets.md', 'report.html', 'uncertainty.md', 'assumptions.md'])
      expect(pack).toContain(file);
    const study = readFileSync(join(cwd, 'acme/study.yaml'), 'utf8');
    const charts = [...study.matchAll(/charts\/(\S+)\.yaml/g)].map(([, name]) => `charts/${name}.svg`);
    expect(charts.length).toBeGreaterThan(5);
    expect(pack).toEqual(expect.arrayContaining(charts));
    // The way in: every file that the first comment names is there.
    const named = [...study.matchAll(/^# {3}\d\. (\S+)/gm)].map(([, name]) => String(name));
    expect(named.length).toBe(6);
    expect(filesIn('acme')).toEqual(expect.arrayContaining(named));
    expect(readFileSync(join(cwd, 'out/study/register.md'), 'utf8').match(/^## \d /gm)?.length).toBe(3);
    expect(readFileSync(join(cwd, 'out/study/targets.md'), 'utf8')).toMatch(/✗[\s\S]*✓|✓[\s\S]*✗/);
  });

  it('lists in Chinese what there is to model with, texts of the new company among them', async () => {
    await tcfd('init', 'acme');
    const { code, stdout } = await tcfd('list', 'quantities', 'acme/study.yaml', '--lang', 'zh');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^electric_kiln_share\s+输入\s+1\s+策略\s+由电窑烧制的瓷砖比例/m);
    expect(stdout).toMatch(/^kiln_avoided\s+公式\s+tCO2e\s+电窑的减排量/m);
    expect(stdout).toMatch(/^transition_cost\s+合计\s+MCNY_2023/m);
    expect(stdout).not.toMatch(/\b(?:input|formula|total|company|scenario|strategy|reference)\s/);
  });

  it('explains itself: comments stand above every file that is to be edited', async () => {
    await tcfd('init', 'acme');
    const own = filesIn('acme').filter((file) => !file.includes('/'));
    expect(own.length).toBeGreaterThan(7);
    for (const file of own) expect(readFileSync(join(cwd, 'acme', file), 'utf8')).toMatch(/^# .{40}/m);
  });

  it('fills an empty folder that somebody stands in', async () => {
    const { code } = await tcfd('init', '.');
    expect(code).toBe(0);
    expect((await tcfd('check', 'study.yaml')).stdout).toMatch(/^ok: /);
  });

  it('takes models and charts from the project in which the folder stands', async () => {
    cpSync(SCENARIOS, join(cwd, 'scenarios'), { recursive: true });
    expect((await tcfd('init', 'scenarios/acme')).code).toBe(0);
    expect(filesIn('scenarios/acme')).toEqual(filesIn('scenarios/template'));
    expect((await tcfd('check', 'scenarios/acme/study.yaml')).stdout).toMatch(/^ok: /);
  });

  it('leaves alone a folder that is not empty, and a file', async () => {
    mkdirSync(join(cwd, 'acme'));
    writeFileSync(join(cwd, 'acme/notes.txt'), 'mine');
    const { code, stdout, stderr } = await tcfd('init', 'acme');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      'error write/not-empty: acme is not empty (notes.txt), and is left alone\n  acme\n  = help: name a folder that is new or empty',
    );
    expect(filesIn('.')).toEqual(['acme/notes.txt']);
    const onFile = await tcfd('init', 'acme/notes.txt');
    expect(onFile.stderr).toContain('error write/not-empty: acme/notes.txt is a file');
    // Nothing can be made below a file.
    const below = await tcfd('init', 'acme/notes.txt/new');
    expect([below.code, below.stderr.includes('error write/failed')]).toEqual([1, true]);
    expect(readdirSync(cwd)).toEqual(['acme']);
    expect(readFileSync(join(cwd, 'acme/notes.txt'), 'utf8')).toBe('mine');
  });

  it('takes the schemas along, and every file finds its own', async () => {
    await tcfd('init', 'acme');
    const yaml = filesIn('acme').filter((file) => file.endsWith('.yaml'));
    for (const file of yaml) {
      const text = readFileSync(join(cwd, 'acme', file), 'utf8');
      const [line = ''] = text.split('\n');
      const [, kind] = /^(\w+):/m.exec(text) ?? [];
      const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(line)?.[1] ?? 'none';
      const { title } = JSON.parse(readFileSync(join(cwd, 'acme', dirname(file), schema), 'utf8'));
      expect(title).toBe(`A ${kind} file of tcfd-scenarios`);
    }
    expect(yaml.length).toBeGreaterThan(20);
  });

  it('is told which folder', async () => {
    const { code, stderr } = await tcfd('init');
    expect([code, stderr]).toEqual([2, 'tcfd: init needs a FOLDER\n  for example tcfd init acme\n']);
  });

  it('goes into the package with all that it copies', () => {
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: ROOT,
        encoding: 'utf8',
      }),
    )[0].files.map(({ path }: { path: string }) => path);
    const all = readdirSync(SCENARIOS, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
    expect(packed).toEqual(expect.arrayContaining(all));
  });
});

describe('tcfd schema', () => {
  it('prints the schema of one kind', async () => {
    const { code, stdout, stderr } = await tcfd('schema', 'study');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(readFileSync(join(SCENARIOS, 'schema/study.json'), 'utf8'));
  });

  it('writes those of all kinds into the project, over those of an earlier version', async () => {
    mkdirSync(join(cwd, 'scenarios/schema'), { recursive: true });
    writeFileSync(join(cwd, 'scenarios/schema/study.json'), '{}');
    const { code } = await tcfd('schema');
    expect([code, filesIn('scenarios/schema')]).toEqual([
      0,
      readdirSync(join(SCENARIOS, 'schema')).toSorted(),
    ]);
    expect(readFileSync(join(cwd, 'scenarios/schema/study.json'), 'utf8')).toContain('"as_of"');
  });

  it('writes those of all kinds over what init left in the folder of a company', async () => {
    await tcfd('init', 'acme');
    writeFileSync(join(cwd, 'acme/schema/study.json'), '{}');
    cwd = join(cwd, 'acme');
    expect((await tcfd('schema')).code).toBe(0);
    expect(readFileSync(join(cwd, 'schema/study.json'), 'utf8')).toContain('"as_of"');
  });

  it('says what to write where there is no project, and no such kind', async () => {
    expect(await tcfd('schema')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'tcfd: there is no folder scenarios/ here or above\n  name one: tcfd schema --out acme/schema\n',
    });
    expect((await tcfd('schema', '--out', 'here')).code).toBe(0);
    expect(filesIn('here')).toContain('model.json');
    expect((await tcfd('schema', 'stdy')).stderr).toBe(
      'tcfd: there is no kind of file called stdy\n  did you mean tcfd schema study?\n',
    );
  });
});

describe('tcfd completion', () => {
  /** What bash offers for a line, asked as it asks; the last word is being written. */
  function offered(...words: readonly string[]): readonly string[] {
    const program = join(home, 'bin/tcfd');
    if (!existsSync(program)) {
      mkdirSync(dirname(program), { recursive: true });
      symlinkSync(command, program);
    }
    const script = [
      'source <(tcfd completion bash)',
      `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tcfd; printf "%s\\n" "\${COMPREPLY[@]}"`,
    ].join('\n');
    const env = { ...process.env, PATH: `${dirname(program)}:${process.env.PATH}` };
    const answer = execFileSync('bash', ['-c', script, 'bash', 'tcfd', ...words], {
      cwd,
      env,
      encoding: 'utf8',
    });
    return answer.split('\n').filter((word) => word !== '');
  }

  it('offers commands, options, choices, kinds and the quantities of a study, and leaves file names to the shell', async () => {
    await tcfd('init', 'acme');
    expect(offered('ex')).toEqual(['explain']);
    expect(offered('run', '')).toEqual([]);
    expect(offered('run', '--dr')).toEqual(['--draws']);
    expect(offered('run', 'acme/study.yaml', '--lang', '')).toEqual(['en', 'zh']);
    expect(offered('schema', 'st')).toEqual(['strategy', 'standards', 'study']);
    expect(offered('explain', 'acme/study.yaml', 'emissions_p')).toEqual(['emissions_per_tonne']);
    expect(offered('explain', 'gone.yaml', 'e')).toEqual([]);
  });

  it('has a script for each shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, stdout } = await tcfd('completion', shell);
      expect([code, stdout.includes(`tcfd completion ${shell}`)]).toEqual([0, true]);
    }
    expect((await tcfd('completion', 'csh')).code).toBe(2);
  });
});

describe('tcfd lint', () => {
  it('finds nothing to be in order where there is no study', async () => {
    await tcfd('init', 'acme');
    const alone = await tcfd('lint', 'acme/company.yaml');
    expect([alone.code, alone.stdout]).toEqual([1, '']);
    expect(alone.stderr).toContain('error lint/study: there is no study to look at');
    const folder = await tcfd('lint', 'acme');
    expect(folder.stderr).toContain('= help: name a file in it: a study is the file that begins with study:');
  });

  it('ends with 0 where it warns, with 1 if it is strict or the files are wrong', async () => {
    await tcfd('init', 'acme');
    expect((await tcfd('lint', 'acme/study.yaml', '--strict')).stdout).toBe('ok: lint finds nothing\n');
    const study = readFileSync(join(cwd, 'acme/study.yaml'), 'utf8');
    const idle =
      'strategy: Idle\ntitle: { en: Idle, zh: 闲置 }\nabout: Nothing either\nextends: no-action.yaml\n';
    writeFileSync(join(cwd, 'acme/idle.yaml'), idle);
    writeFileSync(
      join(cwd, 'acme/study.yaml'),
      study.replace('committed-plan.yaml]', 'committed-plan.yaml, idle.yaml]'),
    );
    const warned = await tcfd('lint', 'acme/study.yaml');
    expect([warned.code, warned.stdout]).toEqual([0, '']);
    expect(warned.stderr).toContain(
      'warning lint/alike: Idle differs from No action in nothing\n  study.yaml:',
    );
    expect((await tcfd('lint', 'acme/study.yaml', '--strict')).code).toBe(1);
    const told = JSON.parse((await tcfd('lint', 'acme/study.yaml', '--json')).stdout);
    expect([told.ok, told.findings, told.diagnostics[0].code]).toEqual([true, 1, 'lint/alike']);
    writeFileSync(join(cwd, 'acme/study.yaml'), study.replace('no-action.yaml,', 'gone.yaml,'));
    expect((await tcfd('lint', 'acme/study.yaml')).code).toBe(1);
  });
});

describe('tcfd backtest', () => {
  it('says that nothing is at hand, and what was off once something is', async () => {
    await tcfd('init', 'acme');
    const bare = await tcfd('backtest', 'acme/study.yaml');
    expect([bare.code, bare.stdout]).toEqual([
      0,
      'Climate study: The model starts from 2023. Nothing that was published after 2023 is at hand, so it\nstands untested.\n',
    ]);
    const company = readFileSync(join(cwd, 'acme/company.yaml'), 'utf8');
    const title = 'title: { en: Output, zh: 产量 }';
    writeFileSync(
      join(cwd, 'acme/company.yaml'),
      `${company}backtest:\n  output: { ${title}, quantity: production_total, year: 2024, is: 70000 t, assumed: a trial, confidence: low }\n`,
    );
    // 60,000 t in 2023; demand goes to 95 % or 105 % by 2030, so one seventh of it.
    const { stdout } = await tcfd('backtest', 'acme/study.yaml');
    expect(stdout).toContain('Output    2024  kt    59.57 to 60.43         70  −14.9 % to −13.7 %');
  });
});
