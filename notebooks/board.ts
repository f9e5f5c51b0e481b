// What the notebooks share: the board study computed from its files, its numbers by name, its pictures, and tables and sentences to show.
import {
  deviates,
  type Findings,
  plain,
  printDiagnostics,
  run,
  runWithDraws,
  textsOf,
  workerHere,
} from '../src/index.ts';
import { load, rasteriser } from '../src/node.ts';
import { amountBelow } from '../src/render/amounts.ts';
import { framed } from '../src/render/charts/frame.ts';
import { inShippedFonts } from '../src/render/charts/lettering.ts';
import { percentOf } from '../src/render/charts/numbers.ts';
import { kinds } from '../src/render/index.ts';

export type Language = 'en' | 'zh';

const STUDY = 'scenarios/innovation-new-material/board.yaml';
/** Digits of an amount in a sentence. */
const DIGITS = 4;
const ROOT = decodeURIComponent(new URL('..', import.meta.url).pathname);

/**
 * Computes the board study.
 * @param overrides what if, as `--set` says it on the command line: `eu_price[2030]=140 EUR_2024/tCO2e`
 * @param draws how many draws of what is uncertain; none if left out
 */
export async function board(overrides: readonly string[] = [], draws?: number): Promise<Findings> {
  const { value: sources } = await load([STUDY], { cwd: ROOT });
  const { value, diagnostics } =
    draws === undefined
      ? run(sources, overrides)
      : await runWithDraws(sources, overrides, { draws, deviates, workers: [workerHere(deviates)] });
  if (value === undefined) throw new Error(printDiagnostics(diagnostics, textsOf(sources, overrides), plain));
  return value;
}

/** A number of the run in its declared unit, summed over the elements of its sets. */
export function at(
  { series }: Findings,
  quantity: string,
  scenario: string,
  strategy: string,
  year: number,
): number {
  const found = series.filter(
    (one) => one.quantity === quantity && one.scenario === scenario && one.strategy === strategy,
  );
  const values = found.map((one) => one.values[one.years.indexOf(year)]);
  if (found.length === 0 || values.includes(undefined)) throw new Error(`no ${quantity} in ${year}`);
  return values.reduce((sum: number, value) => sum + (value ?? 0), 0);
}

/** A number with so many decimals, thousands apart. */
export const say = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** An amount in Chinese as the pack says it: `27.07 亿元`, `1,400 万元`. */
export const inChinese = (value: number, unit: string): string => amountBelow(value, unit, 'zh', DIGITS);

/** A share in percent, as the pack in that language writes it. */
export const percent = (share: number, language: Language = 'en'): string => percentOf(share, language, 2);

/** What Deno gives to the cells of a notebook. */
declare const Deno: {
  readonly jupyter: { readonly broadcast: (kind: 'display_data', content: object) => Promise<void> };
};

/** Milliseconds in which what is shown leaves the kernel. */
const LEAVES = 500;

/** The kernel sends outputs beside its other work: one that comes after it has said that the cell is done is lost, so a cell waits for it. */
async function shown(data: Readonly<Record<string, string>>): Promise<void> {
  await Deno.jupyter.broadcast('display_data', { data, metadata: {}, transient: {} });
  await new Promise((resolve) => setTimeout(resolve, LEAVES));
}

/** A table or a sentence, as Markdown. */
export const show = (markdown: string) => shown({ 'text/markdown': markdown, 'text/plain': markdown });

export const table = (head: readonly (string | number)[], rows: readonly (readonly (string | number)[])[]) =>
  show([head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'));

/** A chart of the board pack, drawn with the fonts of this product. */
export async function picture(findings: Findings, name: string, language: Language) {
  const request = findings.charts.find((chart) => chart.name === name);
  const kind = request === undefined ? undefined : kinds[request.kind];
  if (request === undefined || kind === undefined) throw new Error(`the study has no chart ${name}`);
  const built = kind.build(request, findings, language);
  const svg = await framed(built, `${findings.company} · ${findings.asOf}`, language);
  const png = await rasteriser(1)(inShippedFonts(svg));
  const base64 = btoa(Array.from(png, (byte) => String.fromCharCode(byte)).join(''));
  return shown({ 'image/png': base64, 'text/plain': built.headline });
}
