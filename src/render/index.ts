// The render stage: findings -> files as text; pure, so that it runs in a browser too.
import type { ChartRequest, Findings } from '../analyse/index.ts';
import { assumptionsMarkdown } from './assumptions.ts';
import { backtestMarkdown } from './backtest.ts';
import type { Area } from './charts/chart.ts';
import { bare, brandLine, framed, standalone } from './charts/frame.ts';
import { kinds } from './charts/index.ts';
import { type CutFont, inShippedFonts, lettered } from './charts/lettering.ts';
import { codelistYaml } from './codelist.ts';
import { decisionsCsv, decisionsMarkdown } from './decisions.ts';
import { boardDeck } from './deck/index.ts';
import type { Template } from './deck/template.ts';
import { dictionary } from './dictionary/index.ts';
import { disclosureCsv, disclosureMarkdown } from './disclosure.ts';
import { evidenceMarkdown } from './evidence.ts';
import { findingsCsv } from './findings-csv.ts';
import { markdown } from './markdown.ts';
import { reconciliationMarkdown } from './reconciliation.ts';
import { registerMarkdown } from './register.ts';
import { registerCsv } from './register-csv.ts';
import { type Chart, type Page, reportHtml } from './report/index.ts';
import { resultsCsv } from './results.ts';
import { resultCases } from './results-cases.ts';
import { resultsParquet } from './results-parquet.ts';
import { scenariosMarkdown } from './scenarios.ts';
import { sensitivitiesCsv } from './sensitivities.ts';
import { targetsMarkdown } from './targets.ts';
import { inLanguage } from './translated.ts';
import type { Artifact, Artifacts } from './types.ts';
import { uncertaintyCsv, uncertaintyMarkdown } from './uncertainty.ts';
import type { Language } from './wording.ts';
import { WORKBOOK, workbook } from './workbook/index.ts';

export { backtestTables, backtestText } from './backtest.ts';
export { kinds } from './charts/index.ts';
export type { Cut, CutFont } from './charts/lettering.ts';
export {
  type ComparedPack,
  type ComparisonOptions,
  remarksOn,
  renderComparison,
  type ToldChange,
  type ToldComparison,
  tellComparison,
} from './comparison/index.ts';
export { slideKinds } from './deck/index.ts';
export { CHARTS } from './deck/order.ts';
export { readTemplate, type Template } from './deck/template.ts';
export { packFiles } from './pack-files.ts';
export { type ToldPlan, tellPlans } from './plan.ts';
export type { Page } from './report/index.ts';
export { solveText } from './solve.ts';
export { stressText } from './stress.ts';
export { type Status, type SummaryTable, summary } from './summary.ts';
export { explanationIn, translate } from './translated.ts';
export type * from './types.ts';
export type { Language } from './wording.ts';
export { spellingIn } from './written.ts';

interface RenderOptions {
  /** The language of headlines, labels and table heads; texts of the files stay as written. */
  readonly language: Language;
  /** Cuts the letters that pictures carry with them; without it they rely on fonts that are installed. */
  readonly cutFont?: CutFont;
  /** Draws an SVG as PNG, twice as wide and as high; without it the pack has no PNG. Fonts are the caller's matter. */
  readonly toPng?: (svg: string) => Promise<Uint8Array>;
  /** Draws the letters of an SVG as paths, for pictures of the deck: programs take no font from them. */
  readonly toPaths?: (svg: string) => Promise<string>;
  /** The study's file as a command names it, for the notes of the deck; without it no deck is made. */
  readonly study?: string;
  /** A company's own layouts for the deck. */
  readonly template?: Template | undefined;
  /** The client of the report's page; without it no report is made. */
  readonly page?: Page;
  /** The product's version, for the tables whose readers ask which model computed them. */
  readonly version?: string;
}

function chart(request: ChartRequest, findings: Findings, language: Language): Chart {
  const kind = kinds[request.kind];
  // The check stage refuses unknown kinds with their place in the file; here it can only be our own bug.
  if (!kind) throw new Error(`no chart kind ${request.kind}`);
  return { request, picture: kind.build(request, findings, language) };
}

/**
 * A chart as a specification that stands alone and as a framed picture.
 * @returns the files, whose letters and pixels others may draw meanwhile
 */
async function files(
  { request, picture }: Chart,
  findings: Findings,
  { language, cutFont, toPng }: RenderOptions,
): Promise<{ readonly files: Promise<Artifacts> }> {
  const brand = brandLine(findings.company, findings.study, findings.asOf);
  const spec = `${JSON.stringify(standalone(picture, brand, language), null, 2)}\n`;
  const svg = await framed(picture, brand, language);
  const drawn = async (): Promise<Artifacts> => {
    const [letters, png] = await Promise.all([
      cutFont === undefined ? svg : lettered(svg, cutFont),
      toPng?.(inShippedFonts(svg)),
    ]);
    return [
      { path: `charts/${request.name}.vl.json`, content: spec },
      { path: `charts/${request.name}.svg`, content: letters },
      ...(png === undefined ? [] : [{ path: `charts/${request.name}.png`, content: png }]),
    ];
  };
  const made = drawn();
  // Whoever waits for it hears of its failure; until then nobody does.
  made.catch(() => undefined);
  return { files: made };
}

const drawn = async (picture: Chart['picture'], area: Area): Promise<string> =>
  inShippedFonts(await bare(picture, area));

/** The deck with the charts that are drawn already. */
function deck(
  charts: readonly Chart[],
  findings: Findings,
  study: string,
  { language, toPng, toPaths, template }: RenderOptions,
): Promise<Artifact> {
  const context = {
    ...{ findings, charts, language, study },
    toPng: toPng && (async (picture: Chart['picture'], area: Area) => toPng(await drawn(picture, area))),
    toPaths:
      toPaths && (async (picture: Chart['picture'], area: Area) => toPaths(await drawn(picture, area))),
  };
  return boardDeck(context, brandLine(findings.company, findings.study, findings.asOf), template);
}

/** Below its title, a text says whose it is, of which study and as of when; a what-if says so here. */
const signed = (text: string, { company, study, asOf }: Findings): string =>
  text.replace('\n', `\n\n${[company, study, asOf].map(markdown).join(' · ')}\n`);

/** Renders a study's findings: charts, tables and texts, the same bytes for the same findings. */
export async function render(found: Findings, options: RenderOptions): Promise<Artifacts> {
  const { language, cutFont, page, study, version } = options;
  const findings = inLanguage(found, language);
  const { uncertainty, decisions } = findings;
  const charts = findings.charts.map((request) => chart(request, findings, language));
  const pictures: Promise<Artifacts>[] = [];
  for (const each of charts) pictures.push((await files(each, findings, options)).files);
  const cases = resultCases(findings);
  // Each goes on while another waits for its fonts or its packing.
  const [report, { content, tables }, slides] = await Promise.all([
    page && reportHtml(findings, charts, { language, cutFont, page }),
    workbook(findings, language),
    study === undefined ? undefined : deck(charts, findings, study, options),
  ]);
  return [
    ...(report === undefined ? [] : [report]),
    ...(slides === undefined ? [] : [slides]),
    ...(await Promise.all(pictures)).flat(),
    { path: 'results.csv', content: resultsCsv(findings, version, cases) },
    { path: 'results.parquet', content: await resultsParquet(findings, version, cases) },
    { path: 'codelist.yaml', content: codelistYaml(findings, version, cases) },
    { path: 'findings.csv', content: findingsCsv(findings) },
    { path: 'dictionary.csv', content: dictionary(findings, tables, language) },
    ...(uncertainty === undefined
      ? []
      : [
          { path: 'uncertainty.csv', content: uncertaintyCsv(uncertainty) },
          {
            path: 'uncertainty.md',
            content: signed(uncertaintyMarkdown(findings, uncertainty, language), findings),
          },
        ]),
    { path: 'sensitivities.csv', content: sensitivitiesCsv(findings) },
    { path: WORKBOOK, content },
    { path: 'register.csv', content: registerCsv(findings, language) },
    { path: 'register.md', content: signed(registerMarkdown(findings, language), findings) },
    { path: 'targets.md', content: signed(targetsMarkdown(findings, language), findings) },
    { path: 'evidence.md', content: signed(evidenceMarkdown(findings, language), findings) },
    { path: 'scenarios.md', content: signed(scenariosMarkdown(findings, language), findings) },
    { path: 'assumptions.md', content: signed(assumptionsMarkdown(findings, language), findings) },
    { path: 'reconciliation.md', content: signed(reconciliationMarkdown(findings, language), findings) },
    ...(findings.backtest.length === 0
      ? []
      : [{ path: 'backtest.md', content: signed(backtestMarkdown(findings, language), findings) }]),
    { path: 'disclosure.md', content: signed(disclosureMarkdown(findings, language), findings) },
    { path: 'disclosure.csv', content: disclosureCsv(findings, language) },
    ...(decisions === undefined
      ? []
      : [
          {
            path: 'decisions.md',
            content: signed(decisionsMarkdown(decisions, findings, language), findings),
          },
          { path: 'decisions.csv', content: decisionsCsv(decisions, findings) },
        ]),
  ];
}
