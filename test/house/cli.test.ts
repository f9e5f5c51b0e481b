// The command line as a person and a script meet it: exit codes, streams, what is left in the folder.

import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build, start } from './command-line.ts';

let command = '';
let remove = (): void => {};
let cwd = '';

beforeAll(async () => {
  ({ command, remove } = await build());
});

afterAll(() => remove());

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tcfd-cli-'));
  for (const name of ['board', 'crash', 'faulty', 'warned'])
    writeFileSync(join(cwd, `${name}.yaml`), 'study: A\n');
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const tcfd = (words: readonly string[], env: object = {}) => start(command, words, { cwd, env });

describe('what it prints', () => {
  it.skipIf(!existsSync('/dev/full'))(
    'says where it cannot be written, which is no fault of the program',
    () => {
      const full = openSync('/dev/full', 'w');
      const parameters = [command, 'check', 'board.yaml'];
      const { status, stderr } = spawnSync(process.execPath, parameters, {
        ...{ cwd, encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
      });
      closeSync(full);
      expect([status, stderr]).toEqual([1, 'tcfd: what it prints cannot be written: the disk is full\n']);
    },
  );
});

describe('misuse', () => {
  it.each([
    [[], 'which command?', 'tcfd --help shows what there is'],
    [['rum', 'board.yaml'], 'unknown command rum', 'did you mean tcfd run?'],
    [['frobnicate'], 'unknown command frobnicate', 'tcfd --help shows what there is'],
    [['run'], 'run needs a STUDY', 'for example tcfd run board.yaml'],
    [['check'], 'check needs a FILE', 'for example tcfd check board.yaml'],
    [['run', 'board.yaml', 'plan.yaml'], 'plan.yaml is one argument too many', 'tcfd run --help'],
    ...(
      [
        ['solve', '--by=eu_price', '--goal'],
        ['solve', '--goal=g', '--by'],
        ['stress', '--goal'],
        ['plan', '--budget'],
        ['run', '--template'],
        ['explain', 'eu_price', '--scenario'],
        ['explain', 'eu_price', '--item'],
      ] as const
    ).map((words): [string[], string, string] => {
      const option = words.at(-1) ?? '';
      const [command, ...rest] = words;
      const all = [command, 'board.yaml', ...rest, 'a', option, 'b'];
      return [all, `${option} takes one value`, 'tcfd --help shows what there is'];
    }),
    [['batch', 'board.yaml', '--strategy', 'a'], 'batch takes no --strategy', 'tcfd batch --help'],
    [['batch', ''], 'an argument is empty', 'a variable of the shell may hold nothing'],
    [['run', 'board.yaml', '--ouy', 'x'], 'unknown option --ouy', 'did you mean --out?'],
    [['run', 'board.yaml', '-x'], 'unknown option -x', 'tcfd --help shows what there is'],
    [['run', 'board.yaml', '--no-json'], 'unknown option --no-json', 'did you mean --json?'],
    [['run', 'board.yaml', '--out'], '--out needs a value', 'tcfd --help shows what there is'],
    [['run', 'board.yaml', '--out='], '--out takes one folder', 'tcfd --help shows what there is'],
    [
      ['run', 'board.yaml', '--out', 'a', '--out', 'b'],
      '--out takes one folder',
      'tcfd --help shows what there is',
    ],
    [
      ['run', 'board.yaml', '--set', 'eu_price'],
      '--set eu_price gives no value',
      'write --set "eu_price[2030]=140 EUR_2024/tCO2e"',
    ],
    [
      ['explain', 'board.yaml'],
      'explain needs a STUDY and a QUANTITY',
      'for example tcfd explain board.yaml transition_cost',
    ],
    [
      ['solve', 'board.yaml', '--goal', 'cost[2030] <= 5 MCNY_2023'],
      'solve needs --by',
      'for example tcfd solve board.yaml --goal "transition_cost[2030] <= 500 MCNY_2023" --by eu_price',
    ],
    [
      ['stress', 'board.yaml'],
      'stress needs --goal',
      'for example tcfd stress board.yaml --goal "liquidity_headroom[2030] >= 0"',
    ],
    [
      ['explain', 'board.yaml', 'eu_price', '--year', 'soon'],
      '--year takes a whole number from 1 to 9999, not soon',
      'tcfd --help shows what there is',
    ],
    ...['--draws', '--seed'].map((option): [string[], string, string] => [
      ['explain', 'board.yaml', 'eu_price', option, '500'],
      'explain takes draws with --percentile alone',
      'for example --percentile 95',
    ]),
    ...['101', '-5', 'P95', '95%'].map((text): [string[], string, string] => [
      ['explain', 'board.yaml', 'eu_price', `--percentile=${text}`],
      `--percentile takes a number from 0 to 100, not ${text}`,
      'tcfd --help shows what there is',
    ]),
    [
      ['run', 'board.yaml', '--draws', 'many'],
      '--draws takes a whole number from 1 to 10000000, not many',
      'tcfd --help shows what there is',
    ],
    [
      ['run', 'board.yaml', '--workers', '0'],
      '--workers takes a whole number from 1 to 64, not 0',
      'tcfd --help shows what there is',
    ],
    [
      ['verify', 'out/board', '--seed', '7'],
      'verify takes overrides, draws and seed from the pack',
      'to see what other ones give, run the study with them',
    ],
    [['list', 'function'], 'cannot list function', 'did you mean tcfd list functions?'],
    [['list', 'zebras'], 'cannot list zebras', 'there are models, quantities, functions, charts'],
  ])('%j: exit 2, one line and a hint', async (words, message, hint) => {
    expect(await tcfd(words)).toEqual({ code: 2, stdout: '', stderr: `tcfd: ${message}\n  ${hint}\n` });
    expect(readdirSync(cwd)).not.toContain('out');
  });

  it('speaks English in every locale', async () => {
    expect((await tcfd(['run', 'a', '--ouy'], { LC_ALL: 'zh_CN.UTF-8' })).stderr).toContain(
      'unknown option --ouy',
    );
  });
});

describe('run', () => {
  it('writes the pack below --out, prints the summary, says where', async () => {
    const { code, stdout, stderr } = await tcfd(['run', 'board.yaml']);
    expect(stderr).toMatch(/^out\/board: 4 files in \d+\.\d s\n$/);
    expect(stdout).toBe(
      ['Headlines', 'headline         2030', 'CBAM 碳边境      12.5', 'Ingot footprint     5', '', ''].join(
        '\n',
      ),
    );
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'out/board'), { recursive: true }).toSorted()).toEqual([
      'charts',
      'charts/price.svg',
      'environment.json',
      'inputs',
      'inputs/board.yaml',
      'run.json',
    ]);
  });

  it('hands on every --set, and the version', async () => {
    const words = ['--set', 'a[2030]=1 EUR_2024/t', 'run', '--out', 'there', 'board.yaml', '--set', 'b=2'];
    expect((await tcfd(words)).code).toBe(0);
    const record = JSON.parse(readFileSync(join(cwd, 'there/board/run.json'), 'utf8'));
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(record).toMatchObject({ options: { set: ['a[2030]=1 EUR_2024/t', 'b=2'] }, version });
  });

  it('records draws and seed of the command line, and no workers', async () => {
    await tcfd(['run', 'board.yaml', '--draws', '500', '--seed', '7', '--workers', '3']);
    const record = JSON.parse(readFileSync(join(cwd, 'out/board/run.json'), 'utf8'));
    expect(record.options).toEqual({ set: [], draws: 500, seed: 7, lang: 'en' });
  });

  it('verifies what it wrote, and exits 1 where a file of it or of the project is another', async () => {
    await tcfd(['run', 'board.yaml', '--seed', '7']);
    const verified = async () => JSON.parse((await tcfd(['verify', 'out/board', '--json'])).stdout);
    expect(await verified()).toMatchObject({
      command: 'verify',
      ok: true,
      inputs: 1,
      files: 4,
      diagnostics: [],
    });
    writeFileSync(join(cwd, 'out/board/charts/price.svg'), '<svg>');
    writeFileSync(join(cwd, 'board.yaml'), 'study: B\n');
    expect(await verified()).toMatchObject({
      ok: false,
      changed: ['board.yaml'],
      differences: [{ path: 'charts/price.svg', kind: 'differs', offset: 4 }],
    });
    const { code, stdout, stderr } = await tcfd(['verify', 'out/board']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error verify/input-changed: board.yaml has changed since the pack was made\n');
    expect(stderr).toContain(
      'error verify/differs: charts/price.svg is not what a run of its inputs leaves\n',
    );
    expect(stderr).toContain('  = pack   <svg>\n    again  <svg/>\n');
  });

  it('exits 1 with a frame if the files are at fault, and writes nothing', async () => {
    const { code, stdout, stderr } = await tcfd(['run', 'faulty.yaml']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'error test/said: the engine says so\n  faulty.yaml:1:1\n1 | study: A\n  | ^^^^^\n\n1 error\n',
    );
    expect(readdirSync(cwd)).not.toContain('out');
  });

  it('exits 1 if the study is not there', async () => {
    expect(await tcfd(['run', 'bord.yaml'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error load/missing: there is no file bord.yaml\n  bord.yaml\n  = help: did you mean board.yaml?\n\n1 error\n',
    });
  });

  it('exits 1 and leaves a folder alone that holds something else', async () => {
    mkdirSync(join(cwd, 'out/board'), { recursive: true });
    writeFileSync(join(cwd, 'out/board/thesis.doc'), '');
    const { code, stderr } = await tcfd(['run', 'board.yaml']);
    expect([code, readdirSync(join(cwd, 'out/board'))]).toEqual([1, ['thesis.doc']]);
    expect(stderr).toContain('error write/foreign');
  });

  it('prints one JSON document and nothing else with --json, whatever happens', async () => {
    for (const [study, code] of [
      ['board.yaml', 0],
      ['warned.yaml', 0],
      ['faulty.yaml', 1],
      ['gone.yaml', 1],
    ] as const) {
      const ended = await tcfd(['run', study, '--json']);
      expect([ended.code, ended.stderr]).toEqual([code, '']);
      expect(JSON.parse(ended.stdout)).toMatchObject({ command: 'run', ok: code === 0 });
    }
    const { stdout } = await tcfd(['run', 'warned.yaml', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      folder: 'out/warned',
      files: 4,
      summary: [{ title: 'Headlines' }],
      diagnostics: [
        { severity: 'warning', code: 'test/said', file: 'warned.yaml', line: 1, column: 1, endColumn: 6 },
      ],
    });
  });

  it.each([
    [['run'], 2, 'run', 'command/misuse', 'run needs a STUDY', 'for example tcfd run board.yaml'],
    [['rum', 'board.yaml'], 2, null, 'command/misuse', 'unknown command rum', 'did you mean tcfd run?'],
    [['list', 'zebras'], 2, 'list', 'command/misuse', 'cannot list zebras', null],
    [['run', 'crash.yaml'], 3, 'run', 'command/fault', 'slot 7 has no kernel', null],
  ] as const)('%j with --json: the document says what stderr says', async (words, code, command, fault, message, help) => {
    const ended = await tcfd([...words, '--json']);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(message)]);
    const told = { severity: 'error', code: fault, message, ...(help === null ? {} : { help }) };
    expect(JSON.parse(ended.stdout)).toMatchObject({ command, ok: false, diagnostics: [told] });
  });

  it('prints nothing but errors with --quiet', async () => {
    expect(await tcfd(['run', 'warned.yaml', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await tcfd(['run', 'faulty.yaml', '--quiet'])).stderr).toContain('error test/said');
  });

  it('shows warnings and still exits 0', async () => {
    const { code, stderr } = await tcfd(['run', 'warned.yaml']);
    expect([code, stderr.split('\n')[0]]).toEqual([0, 'warning test/said: the engine says so']);
  });

  it('exits 3 on a fault of our own, with the stack only for TCFD_DEBUG', async () => {
    const { code, stdout, stderr } = await tcfd(['run', 'crash.yaml']);
    expect({ code, stdout, stderr }).toEqual({
      code: 3,
      stdout: '',
      stderr: [
        'tcfd: a fault of the program, not of your files: slot 7 has no kernel',
        '  please report this message together with the command; TCFD_DEBUG=1 adds where it happened',
        '',
      ].join('\n'),
    });
    expect((await tcfd(['run', 'crash.yaml'], { TCFD_DEBUG: '1' })).stderr).toMatch(/\n\s+at /);
  });

  it('exits 130 when interrupted and leaves the last run as it was', async () => {
    await tcfd(['run', 'board.yaml']);
    const before = readFileSync(join(cwd, 'out/board/run.json'), 'utf8');
    const words = ['run', 'board.yaml', '--set', 'wait=1'];
    const { code, stdout } = await start(command, words, { cwd, interrupt: 'waiting' });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(readdirSync(join(cwd, 'out'))).toEqual(['board']);
    expect(readFileSync(join(cwd, 'out/board/run.json'), 'utf8')).toBe(before);
  });

  it('colours for FORCE_COLOR, never for NO_COLOR or a pipe', async () => {
    const colour = '\u001b[';
    expect((await tcfd(['run', 'faulty.yaml'])).stderr).not.toContain(colour);
    expect((await tcfd(['run', 'faulty.yaml'], { FORCE_COLOR: '1' })).stderr).toContain(colour);
    expect((await tcfd(['run', 'faulty.yaml'], { NO_COLOR: '1' })).stderr).not.toContain(colour);
  });
});

describe('check', () => {
  it('says what it looked at', async () => {
    expect(await tcfd(['check', 'board.yaml', 'warned.yaml'])).toEqual({
      code: 0,
      stdout: 'ok: 2 files, 1 quantity, 2 examples\n',
      stderr: '',
    });
  });

  it('exits 1 with the messages, as JSON if asked', async () => {
    expect((await tcfd(['check', 'faulty.yaml'])).code).toBe(1);
    const { stdout } = await tcfd(['check', 'faulty.yaml', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'test/said' }] });
  });
});

describe('list', () => {
  it('lists what the project has, within 100 columns', async () => {
    mkdirSync(join(cwd, 'scenarios/models'), { recursive: true });
    writeFileSync(join(cwd, 'scenarios/models/cbam.yaml'), 'model: cbam\n');
    const { code, stdout } = await tcfd(['list']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'model                       about    file',
      'scenarios/models/cbam.yaml  a model  scenarios/models/cbam.yaml',
      '',
      expect.stringMatching(/^function {8}about {2,}example$/),
      expect.stringMatching(/^max\(a, b, \.\.\.\) {2}the larger of .* {2}max\(0, x\)$/),
      expect.stringMatching(/^ {16}\w+/),
      '',
      'chart kind  about',
      'paths       多年路径',
      '',
    ]);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('lists one kind of a study, as JSON', async () => {
    const { stdout } = await tcfd(['list', 'models', 'board.yaml', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      command: 'list',
      ok: true,
      models: [{ name: 'board.yaml', about: 'a model', file: 'board.yaml' }],
      diagnostics: [],
    });
    expect((await tcfd(['list', 'quantities'])).stdout).toBe('no quantities in this project\n');
  });

  it('ends quietly when the reader of the pipe has seen enough', () => {
    const script = `"${process.execPath}" "${command}" list functions | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
    expect([stdout.split('\n').at(-2), stderr]).toEqual(['0', '']);
  });
});

describe('help', () => {
  it('shows commands, options, examples and exit codes', async () => {
    const { code, stdout, stderr } = await tcfd(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const said of [
      'run <study>',
      'check <files..>',
      'list [what]',
      '--set',
      'Examples:',
      'Exit codes',
      '  3  ',
    ])
      expect(stdout).toContain(said);
    expect((await tcfd(['run', '--help'])).stdout).toContain('a study file (.yaml)');
  });

  it('shows the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await tcfd(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
