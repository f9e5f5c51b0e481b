// npm run bench: how fast the engine is on one machine, beside C of the same model, numpy, mathjs and Squiggle, and how fast the board study is.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boardRun } from './board.ts';
import { commandTimes } from './commands.ts';
import {
  drawPlanOf,
  kernelOf,
  modelIn,
  type Reference,
  reference,
  sameAsC,
  type WholeTime,
  wholeRun,
} from './engine.ts';
import { DOUBLED, type Growth, growthOf, growthTable } from './growth.ts';
import { buildC, type CTime, runC, runMathjs, runNumpy, SQUIGGLE_NS, scratch } from './others.ts';

const DRAWS = 100_000;
const MANY = 1_000_000;
const ROUNDS = 3;
const KEPT = 2 ** 30;
/** Percentiles of npv in 2060 over the 100,000 draws of C, as its own program prints them. */
const NPV_2060 = [-235027222.25, 79132705.4, 267210393.88, 432797319, 660388077.77];

const [, , folder = '', part] = process.argv;
/** What is asked for in place of the whole: `npm run bench -- growth`, `npm run bench -- commands`. */
const GROWTH = 'growth';
const COMMANDS = 'commands';
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** Nanoseconds of one formula in one year and draw. */
const perValue = ({ model }: Reference, milliseconds: number, draws = DRAWS): number =>
  (milliseconds * 1e6) / (model.formulas.length * (model.axis.to - model.axis.from + 1) * draws);

/** A part of the benchmark in a process of its own, whose memory is then its alone. */
function apart<Result>(name: string): Result {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), folder, name],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout);
}

async function runPart(name: string): Promise<unknown> {
  const [kind, count = '0', draws = ''] = name.split(' ');
  const doubled = DOUBLED.find((each) => name === `${GROWTH} ${each}`);
  if (doubled !== undefined) return growthOf(doubled, modelIn(folder));
  if (kind === 'board') return boardRun(folder, Number(count), Number(draws));
  const given = reference(folder);
  // The first run compiles the kernels; the second is the one that counts.
  const memory = kind === 'streamed' ? 0 : KEPT;
  const first = await wholeRun(given, drawPlanOf(given, Number(draws)), Number(count), memory);
  if (kind === 'streamed') return first;
  const times = [first];
  for (let round = 1; round < ROUNDS; round++)
    times.push(await wholeRun(given, drawPlanOf(given, Number(draws)), Number(count), memory));
  return times.toSorted((left, right) => left.total - right.total)[0];
}

function kernels(given: Reference, programs: ReturnType<typeof buildC>) {
  const engine = kernelOf(given, DRAWS);
  const best = new Map<string, number>();
  const keep = (name: string, time: number): void =>
    void best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, time));
  const whole: CTime[] = [];
  const running = [...programs.plain, programs.simd].filter(({ built }) => built);
  for (let round = 0; round < ROUNDS; round++) {
    for (const program of running) {
      const known = whole
        .filter(({ name }) => name === program.name)
        .toSorted((one, other) => one.model - other.model);
      // All orders of the loops once, then the fastest alone.
      const layouts = known[0] === undefined ? program.layouts : [known[0].layout];
      for (const layout of layouts) {
        const time = runC(program, layout, DRAWS);
        if (time === undefined) continue;
        keep(program.name, time.model);
        whole.push(time);
      }
    }
    for (let again = 0; again < 3; again++) keep('this engine', engine.kernel());
  }
  return { best, whole, bytes: engine.moduleBytes };
}

function sayWhole(title: string, { total, processor, parts, peak, exact }: WholeTime): void {
  const { 'set up': draws, look, count, gather } = parts;
  const split =
    draws === undefined
      ? ''
      : ` (draws ${ms(draws)}, model and counting ${ms((count ?? 0) + (look ?? 0))}, picking percentiles ${ms(gather ?? 0)})`;
  say(
    `  ${title}: ${ms(total)}, processor time ${ms(processor)}${split}; ${exact ? 'exact' : 'streamed'}, ${peak.toFixed(0)} MB at most`,
  );
}

async function main(): Promise<void> {
  const given = reference(folder);
  say(`${cpus()[0]?.model}, ${cpus().length} processors, Node ${process.version}`);
  say(
    `reference model: ${given.model.formulas.length} formulas, ${given.run.plan.years.length} years, ${DRAWS} draws`,
  );
  const { folder: into, remove } = scratch();
  try {
    const programs = buildC(folder, into);
    for (const { name, built } of [...programs.plain, programs.simd])
      if (!built) say(`  ${name}: left out, no such compiler here`);

    say('\nmodel alone on one thread, best of several rounds in turn, in processor time');
    const { best, whole, bytes } = kernels(given, programs);
    const plain = Math.min(...programs.plain.map(({ name }) => best.get(name) ?? Number.POSITIVE_INFINITY));
    const simd = best.get(programs.simd.name) ?? Number.NaN;
    const engine = best.get('this engine') ?? Number.NaN;
    for (const [name, time] of best)
      say(`  ${name}: ${ms(time)}, ${perValue(given, time).toFixed(3)} ns a value`);
    say(`  kernels: ${bytes} bytes`);
    const mathjs = runMathjs(given.model, 60);
    say(`  mathjs, compiled expressions: ${mathjs.toFixed(0)} ns a value, from 60 draws`);
    say(`  Squiggle: ${SQUIGGLE_NS} ns a value, measured before and not here`);

    const found = await sameAsC(given, DRAWS);
    const off = Math.max(...found.map((value, index) => Math.abs(value / (NPV_2060[index] ?? 0) - 1)));
    say(`  percentiles of npv in 2060 on the draws of C: within ${off.toExponential(0)} of those of C`);

    say(
      '\nwhole run: draws, model, mean, deviation, five percentiles and both tails of 10 outputs in 38 years',
    );
    sayWhole('this engine, in one thread', apart(`whole 0 ${DRAWS}`));
    sayWhole('this engine, 1 worker', apart(`whole 1 ${DRAWS}`));
    sayWhole('this engine, 2 workers', apart(`whole 2 ${DRAWS}`));
    sayWhole('this engine, 2 workers, streamed', apart(`streamed 2 ${DRAWS}`));
    sayWhole(`this engine, 2 workers, streamed, ${MANY} draws`, apart(`streamed 2 ${MANY}`));
    for (const { name } of [...programs.plain, programs.simd]) {
      const time = whole
        .filter((each) => each.name === name)
        .toSorted((left, right) => left.total - right.total)[0];
      if (time !== undefined)
        say(
          `  ${name}, one thread: ${ms(time.total)}; draws ${ms(time.draws)}, model ${ms(time.model)}, percentiles ${ms(time.percentiles)}; ${time.peak} MB at most`,
        );
    }
    const numpy = runNumpy(folder, DRAWS);
    say(numpy === undefined ? '  numpy: left out, not here' : numpy.replaceAll(/^/gm, '  '));

    say('\nboard study: all scenarios and strategies, its headlines in all years, 10000 draws');
    for (const count of [0, 1, 2])
      say(
        `  ${count === 0 ? 'in one thread' : `${count} worker${count > 1 ? 's' : ''}`}: ${apart<string>(`board ${count} 10000`)}`,
      );

    say('\nratios of the model alone, on one thread');
    say(`  to C with AVX2: ${(engine / simd).toFixed(2)}`);
    say(`  mathjs to this engine: ${(mathjs / perValue(given, engine)).toFixed(0)}`);
    say(`ratio to C (one thread): ${(engine / plain).toFixed(2)}`);
  } finally {
    remove();
  }
}

/** How cost grows, each in a process of its own. */
function growth(): void {
  const found = DOUBLED.map((doubled) => ({ doubled, growth: apart<Growth>(`${GROWTH} ${doubled}`) }));
  say(growthTable(found));
}

if (part === undefined) await main();
else if (part === GROWTH) growth();
else if (part === COMMANDS) {
  say('whole commands, best of several rounds; runs without pictures and draws');
  for (const line of commandTimes(join(folder, '../..'))) say(line);
} else say(JSON.stringify(await runPart(part)));
