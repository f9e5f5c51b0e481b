// Stands in for the engine when the command line is tested: what it does is told by the study's name.

import { type Diagnostic, error, type Outcome, warning } from '../../src/diagnostics/index.ts';
import type { Sources } from '../../src/load/index.ts';
import type { Artifacts } from '../../src/render/types.ts';

const studyOf = (sources: Sources): string => sources.entries[0] ?? '';

const at = (sources: Sources, make: typeof error): Diagnostic =>
  make('test/said', 'the engine says so', { file: studyOf(sources), from: 0, to: 5 });

export function run(
  sources: Sources,
  overrides: readonly string[],
): Outcome<{ overrides: readonly string[] }> {
  const study = studyOf(sources);
  if (study === 'crash.yaml') throw new Error('slot 7 has no kernel');
  if (study === 'faulty.yaml') return { diagnostics: [at(sources, error)] };
  const value = { overrides };
  return { value, diagnostics: study === 'warned.yaml' ? [at(sources, warning)] : [] };
}

/** Draws nothing; how many it was asked for stands in the findings. */
export const runWithDraws = async (
  sources: Sources,
  overrides: readonly string[],
  drawing: { readonly draws?: number; readonly seed?: number },
) => {
  const { value, diagnostics } = run(sources, overrides);
  return value === undefined ? { diagnostics } : { value: { ...value, drawing }, diagnostics };
};

export const deviates = (): never => {
  throw new Error('nothing is drawn');
};

export const parseSources = async (sources: Sources): Promise<Sources> => sources;

export function check(sources: Sources) {
  const { diagnostics } = run(sources, []);
  const example = { name: 'slab' };
  const program = {
    quantities: new Map([
      ['eu_price', { kind: 'input', name: 'eu_price' }],
      ['tonnes', { kind: 'given', name: 'tonnes' }],
    ]),
    models: [{ path: 'cbam.yaml', examples: [example, example] }],
  };
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return failed ? { diagnostics } : { value: [{ program }, { program }], diagnostics };
}

export const textsOf = (sources: Sources): ReadonlyMap<string, string> =>
  new Map([...sources.files.values()].map(({ path, text }) => [path, text]));

/** Waits for ever where an interruption is tested. */
export async function render(findings: { overrides: readonly string[] }): Promise<Artifacts> {
  if (findings.overrides.includes('wait=1')) {
    process.stderr.write('waiting\n');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  return [{ path: 'charts/price.svg', content: '<svg/>' }];
}

export function summary() {
  return [
    {
      title: 'Headlines',
      head: ['headline', '2030'],
      rows: [
        ['CBAM 碳边境', '12.5'],
        ['Ingot footprint', '5'],
      ],
      status: [
        ['plain', 'bad'],
        ['plain', 'good'],
      ],
    },
  ];
}

export function catalogue(sources: Sources | undefined) {
  const models = [...(sources?.files.keys() ?? [])].map((file) => ({ name: file, about: 'a model', file }));
  const about = 'the larger of its arguments, said at such length that the line has to be broken somewhere';
  return {
    models,
    quantities: [],
    functions: Array.from({ length: sources === undefined ? 2000 : 1 }, () => ({
      name: 'max',
      signature: 'max(a, b, ...)',
      about,
      example: 'max(0, x)',
    })),
    charts: [{ name: 'paths', about: '多年路径' }],
  };
}
