// npm run bench -- commands: how long whole commands take, from the first byte of the program to the last of its files.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
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

/** A command once: its milliseconds, and the files that it wrote. */
function timed({ parameters, project }: Command): { readonly time: number; readonly files: number } {
  const out = join(project, 'out');
  rmSync(out, { recursive: true, force: true });
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, parameters, { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${parameters.join(' ')}: ${stderr}`);
  const time = performance.now() - start;
  const written = existsSync(out) ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
  return { time, files: written.filter((each) => each.isFile()).length };
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
    // Round by round, so that a slow minute of the machine is one for all of them.
    const rounds = Array.from({ length: ROUNDS }, () => commands.map(timed));
    const best = commands.map((_, place) =>
      Math.min(...rounds.map((round) => round[place]?.time ?? Number.NaN)),
    );
    const [bare = Number.NaN] = best;
    return commands.map(({ title }, place) => {
      const found = best[place] ?? Number.NaN;
      const files = rounds[0]?.[place]?.files ?? 0;
      const written = files === 0 ? '' : `, ${files} files`;
      return `  ${title}: ${(found / 1000).toFixed(2)} s, ${(found / bare).toFixed(1)} times bare node${written}`;
    });
  } finally {
    for (const folder of [project, changed]) rmSync(folder, { recursive: true, force: true });
  }
}
