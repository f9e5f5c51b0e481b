// Which documents no longer hold after a comparison, and where a pack's own numbers are not what this version computes of its inputs.
import type { Comparison } from '../../analyse/index.ts';
import { csvCells } from '../csv.ts';
import { type Language, listed, say } from '../wording.ts';
import { isDifferent } from './bridges.ts';

/** A pack that was compared. */
export interface ComparedPack {
  /** As it was typed. */
  readonly folder: string;
  readonly side: 'before' | 'after';
  /** The product's version that made it. */
  readonly version: string;
  /** Its files, by their paths in it. */
  readonly outputs: readonly string[];
  /** Inputs that the project has no more as the pack recorded them. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Its results.csv. */
  readonly results: string | undefined;
}

const NAMED = 6;

/** What people read and show: decks first, charts by their number. */
function documentsIn(outputs: readonly string[], language: Language): string {
  const order = ['pptx', 'docx', 'xlsx', 'pdf', 'html', 'md'];
  const rank = (path: string): number => order.indexOf(path.split('.').at(-1) ?? '');
  const own = outputs.filter((path) => !path.includes('/') && rank(path) >= 0);
  const charts = outputs.filter((path) => /^charts\/.*\.svg$/.test(path)).length;
  const pictures =
    charts === 0 ? [] : [say(language, `${charts} ${charts === 1 ? 'chart' : 'charts'}`, `${charts} 张图表`)];
  return listed([...own.toSorted((one, other) => rank(one) - rank(other)), ...pictures], language);
}

function some(paths: readonly string[], language: Language): string {
  const more = paths.length - NAMED;
  const words =
    more > 0 ? [...paths.slice(0, NAMED), say(language, `${more} more`, `另外 ${more} 个文件`)] : paths;
  return listed(words, language);
}

/** Inputs that are not what they were when a pack was made: every document in it shows numbers of then. */
function staleRemark(
  { folder, outputs, changed, missing }: ComparedPack,
  language: Language,
): readonly string[] {
  const gone = [...changed, ...missing];
  if (gone.length === 0) return [];
  const documents = documentsIn(outputs, language);
  return [
    say(
      language,
      `${folder} no longer holds: ${some(gone, language)} ${gone.length === 1 ? 'is' : 'are'} not what the pack was made of. Its numbers stand in ${documents}.`,
      `${folder} 已失效：${some(gone, language)} 与制作时不同。其数字见于 ${documents}。`,
    ),
  ];
}

/** The earlier run is a pack, and the later one has other headlines. */
function overtaken(
  { folder, outputs }: ComparedPack,
  comparison: Comparison,
  language: Language,
): readonly string[] {
  const differing = comparison.bridges.filter(isDifferent);
  const count = new Set(differing.map(({ headline }) => headline)).size;
  const all = new Set(comparison.bridges.map(({ headline }) => headline)).size;
  if (count === 0) return [];
  const documents = documentsIn(outputs, language);
  return [
    say(
      language,
      `${count} of ${all} headlines of ${folder} are others now; as they were they stand in ${documents}.`,
      `${folder} 的 ${all} 项主要指标中有 ${count} 项已变；原数字见于 ${documents}。`,
    ),
  ];
}

/** Relative difference that twelve digits of results.csv and a sum over elements leave. */
const SLACK = 1e-9;

/** A row as results.csv writes it from its variable on, the case before and behind its value. */
interface Recorded {
  /** Model, scenario and region. */
  readonly start: string;
  readonly value: number;
}

const keyOf = (variable: string, unit: string, year: number | string, strategy: string): string =>
  [variable, unit, year, strategy].join('\n');

/** The rows of the central case that are headlines, their sums where they have elements; cells as the file writes them. */
function recordedIn(results: string, headlines: readonly string[]): ReadonlyMap<string, readonly Recorded[]> {
  const found = new Map<string, Recorded[]>();
  // Names of quantities are words: they need no quotes, and mean nothing else in a pattern.
  const rows = results.matchAll(
    new RegExp(`^(.*),(${headlines.join('|')}),([^,]*),(\\d{4}),([^,]*),(.*),central$`, 'gm'),
  );
  for (const [, start = '', variable = '', unit = '', year = '', value, strategy = ''] of rows) {
    const key = keyOf(variable, unit, year, strategy);
    found.set(key, [...(found.get(key) ?? []), { start: `${start},`, value: Number(value) }]);
  }
  return found;
}

function otherVersion(pack: ComparedPack, { bridges }: Comparison, language: Language): readonly string[] {
  const { folder, results, side, version } = pack;
  if (results === undefined) return [];
  const cells = csvCells();
  const rows = recordedIn(results, [...new Set(bridges.map(({ headline }) => headline))]);
  const others = bridges.filter((bridge) => {
    const { scenario, strategy, headline, unit, year } = bridge;
    const all = rows.get(keyOf(headline, cells(unit), year, cells(strategy))) ?? [];
    const recorded = all.find(({ start }) => start.includes(`,${cells(scenario)},`))?.value;
    return (
      recorded !== undefined &&
      Math.abs(recorded - bridge[side]) > SLACK * Math.max(Math.abs(recorded), Math.abs(bridge[side]))
    );
  });
  const [first] = others;
  if (first === undefined) return [];
  const { headline, scenario, strategy, year } = first;
  return [
    say(
      language,
      `${folder} was made by version ${version}, and this version computes other numbers from its inputs in ${others.length} of ${bridges.length} cases, first ${headline} in ${year} (${scenario}, ${strategy}): that part is the program's and stands outside the bridges.`,
      `${folder} 由 ${version} 版生成，本版本按相同输入计算的 ${bridges.length} 个数字中有 ${others.length} 个不同，首个为 ${year} 年的 ${headline}（${scenario}，${strategy}）：该差异来自程序，不在分解之内。`,
    ),
  ];
}

/** What a reader of either pack must know, in sentences. */
export const remarksOn = (
  packs: readonly ComparedPack[],
  comparison: Comparison,
  language: Language,
): readonly string[] =>
  packs.flatMap((pack) => [
    ...staleRemark(pack, language),
    ...(pack.side === 'before' ? overtaken(pack, comparison, language) : []),
    ...otherVersion(pack, comparison, language),
  ]);
