// npm run bench -- commands: how long whole commands take, from the first byte of the program to the last of its files.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const ROUNDS = 7;
const STUDY = 'scenarios/innovation-new-material/board.yaml';
/** Of the board study what is left without pictures and draws: every model, and all tables, texts, workbook, deck and report of the numbers. */
const APART = ['charts', 'deck', 'uncertainty', 'disclosure', 'plan'];

interface Command {
  readonly title: string;
  readonly parameters: readonly string[];
  /** Folder that holds `scenarios/`. */
  readonly project: string;
}

/** The same files, of which none is as it was shipped: the command has read none of them before. */
function changedFiles(scenarios: string, folder: string): void {
  cpSync(scenarios, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.yaml')) appendFileSync(join(folder, name), '\n# changed\n');
}

/** The board study without pictures and draws, with so many of its scenarios and strategies. */
function cutStudy(project: string, name: string, most: { scenarios: number; strategies: number }): string {
  const study = parseDocument(readFileSync(join(project, STUDY), 'utf8'));
  for (const key of APART) study.delete(key);
  study.set('study', name);
  for (const [key, count] of Object.entries(most)) {
    const all = study.toJS()[key];
    study.set(key, all.slice(0, count));
  }
  // Weights are of the scenarios that are left, and one alone needs none.
  study.deleteIn(['decisions', 'weights']);
  const file = join(project, 'scenarios/innovation-new-material', `${name}.yaml`);
  writeFileSync(file, String(study));
  return file;
}

/** Milliseconds of a command, the best of several rounds. */
function time(program: readonly string[], project: string): number {
  const times = Array.from({ length: ROUNDS }, () => {
    rmSync(join(project, 'out'), { recursive: true, force: true });
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, program, { cwd: project, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program.join(' ')}: ${stderr}`);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** @returns lines that say how long bare Node, the help, a check and runs take */
export function commandTimes(root: string): readonly string[] {
  const project = mkdtempSync(join(tmpdir(), 'tcfd-bench-project-'));
  const changed = mkdtempSync(join(tmpdir(), 'tcfd-bench-changed-'));
  try {
    cpSync(join(root, 'scenarios'), join(project, 'scenarios'), { recursive: true });
    changedFiles(join(root, 'scenarios'), join(changed, 'scenarios'));
    const tcfd = join(root, '.bundle/tcfd.js');
    const all = cutStudy(project, 'all', { scenarios: 3, strategies: 4 });
    const one = cutStudy(project, 'one', { scenarios: 1, strategies: 2 });
    const commands: readonly Command[] = [
      { title: 'bare node', parameters: ['-e', '0'], project },
      { title: 'tcfd --help', parameters: [tcfd, '--help'], project },
      { title: 'tcfd check, the board study', parameters: [tcfd, 'check', STUDY], project },
      {
        title: 'tcfd check, the board study with each of its files changed',
        parameters: [tcfd, 'check', STUDY],
        project: changed,
      },
      { title: 'tcfd run, every model, 1 scenario x 2 strategies', parameters: [tcfd, 'run', one], project },
      { title: 'tcfd run, every model, 3 scenarios x 4 strategies', parameters: [tcfd, 'run', all], project },
    ];
    const bare = time(['-e', '0'], project);
    return commands.map(({ title, parameters, project: where }) => {
      const found = time(parameters, where);
      const files = parameters.includes('run')
        ? `, ${readdirSync(join(project, 'out'), { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length} files`
        : '';
      return `  ${title}: ${(found / 1000).toFixed(2)} s, ${(found / bare).toFixed(1)} times bare node${files}`;
    });
  } finally {
    for (const folder of [project, changed]) rmSync(folder, { recursive: true, force: true });
  }
}
