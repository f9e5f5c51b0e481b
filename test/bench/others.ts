// The others: C and numpy where they can be had, plain mathjs, and what was measured of Squiggle.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'mathjs';
import type { ReferenceModel } from './reference.ts';

/** Nanoseconds of one formula in one year and draw, measured on a machine of the same kind in November 2026: 30,000 draws, Squiggle 0.10. */
export const SQUIGGLE_NS = 377;

export interface CTime {
  readonly name: string;
  readonly layout: number;
  readonly draws: number;
  readonly model: number;
  readonly percentiles: number;
  readonly total: number;
  readonly peak: number;
}

const PLAIN = ['-O3', '-march=native'];
const AVX2 = [
  '-O3',
  '-march=x86-64-v3',
  '-fno-math-errno',
  '-fno-trapping-math',
  '-fopenmp-simd',
  '-ffp-contract=fast',
];

interface Program {
  readonly name: string;
  readonly file: string;
  /** Orders of the loops over draws, years and formulas that it can be run in. */
  readonly layouts: readonly number[];
  readonly built: boolean;
}

/** Programs of C; what cannot be built is told apart. */
export function buildC(folder: string, into: string) {
  const build = (
    name: string,
    compiler: string,
    flags: readonly string[],
    layouts: readonly number[],
  ): Program => {
    const file = join(into, name.replaceAll(/\W/g, '-'));
    const source = [join(folder, 'c/main.c'), '-lm', '-lpthread', '-o', file];
    const { status } = spawnSync(compiler, [...flags, '-DCPUTIME', '-DROUNDS=3', ...source], {
      stdio: 'ignore',
    });
    return { name, file, layouts, built: status === 0 };
  };
  const plain = ['gcc', 'clang'].map((compiler) => build(`plain C, ${compiler}`, compiler, PLAIN, [1, 2, 3]));
  const simd = build('C with AVX2', 'clang', [...AVX2, '-DUSE_SIMD', '-DVM', '-DBLK=128'], [2]);
  return { plain, simd };
}

/** One run of a program in one of its layouts. */
export function runC({ name, file }: Program, layout: number, draws: number): CTime | undefined {
  const { stdout, status } = spawnSync(file, [String(draws), '1', String(layout)], { encoding: 'utf8' });
  const number = (word: string): number =>
    Number(new RegExp(`${word} ([\\d.]+)`).exec(stdout)?.[1] ?? Number.NaN);
  if (status !== 0) return undefined;
  return {
    ...{ name, layout, draws: number('\\| draws'), model: number('model') },
    ...{ percentiles: number('percentiles'), total: number('total'), peak: number('maxrss') },
  };
}

export const scratch = () => {
  const folder = mkdtempSync(join(tmpdir(), 'tcfd-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** The lines that the numpy reference prints; undefined where there is no Python with numpy. */
export function runNumpy(folder: string, draws: number): string | undefined {
  const { status, stdout } = spawnSync('python3', ['bench.py', String(draws), '4096'], {
    cwd: join(folder, 'numpy'),
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** Nanoseconds of a formula, year and draw by compiled mathjs expressions, from a small sample. */
export function runMathjs(model: ReferenceModel, draws: number): number {
  const formulas = model.formulas.map(([name, text]) => ({
    name,
    lags: [...text.matchAll(/(\w+)\[t-1\]/g)].map(([, lag = '']) => lag),
    code: parse(text.replaceAll('[t-1]', '_before').replaceAll(/series\((\w+)\)/g, '$1')).compile(),
  }));
  const scope = new Map<string, number>(Object.entries(model.params).map(([name, [value]]) => [name, value]));
  const before = new Map(
    model.formulas.flatMap(([name, , init]) => (init === undefined ? [] : [[name, init] as const])),
  );
  const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
  (scope as Map<string, unknown>).set('clamp', clamp);
  for (const [name, [, [a = 0, b = 0]]] of Object.entries(model.inputs))
    scope.set(name, name.startsWith('u_ef_prim') || name === 'u_elec_price' ? Math.exp(a) : a + b / 10);
  for (const name of Object.keys(model.series)) scope.set(name, Number(model.series[name]?.[0]?.[1] ?? 0));
  const years = model.axis.to - model.axis.from + 1;
  const start = performance.now();
  for (let draw = 0; draw < draws; draw++) {
    for (const [name, init] of before) scope.set(`${name}_before`, scope.get(init) ?? Number(init));
    for (let time = 0; time < years; time++) {
      scope.set('year', model.axis.from + time);
      scope.set('z_cp', (draw % 3) - 1);
      for (const { name, code } of formulas) scope.set(name, code.evaluate(scope));
      for (const name of before.keys()) scope.set(`${name}_before`, scope.get(name) ?? Number.NaN);
    }
  }
  return ((performance.now() - start) * 1e6) / (draws * years * formulas.length);
}
