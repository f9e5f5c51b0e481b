// The render stage: findings -> files as text; pure, so that it runs in a browser too.
import type { ChartRequest, Findings } from '../analyse/index.ts';
import { assumptionsMarkdown } from './assumptions.ts';
import { brandLine, framed, standalone } from './charts/frame.ts';
import { kinds } from './charts/index.ts';
import { type CutFont, lettered } from './charts/lettering.ts';
import { dictionary } from './dictionary/index.ts';
import { evidenceMarkdown } from './evidence.ts';
import { markdown } from './markdown.ts';
import { reconciliationMarkdown } from './reconciliation.ts';
import { registerMarkdown } from './register.ts';
import { registerCsv } from './register-csv.ts';
import { type Chart, type Page, reportHtml } from './report/index.ts';
import { resultsCsv } from './results.ts';
import { resultsParquet } from './results-parquet.ts';
import { scenariosMarkdown } from './scenarios.ts';
import { sensitivitiesCsv } from './sensitivities.ts';
import { targetsMarkdown } from './targets.ts';
import type { Artifact, Artifacts } from './types.ts';
import { uncertaintyCsv, uncertaintyMarkdown } from './uncertainty.ts';
import type { Language } from './wording.ts';

export { kinds } from './charts/index.ts';
export type { Cut, CutFont } from './charts/lettering.ts';
export type { Page } from './report/index.ts';
export { type Status, type SummaryTable, summary } from './summary.ts';
export type * from './types.ts';
export type { Language } from './wording.ts';

interface RenderOptions {
  /** The language of headlines, labels and table heads; texts of the files stay as written. */
  readonly language: Language;
  /** Cuts the letters that pictures carry with them; without it they rely on fonts that are installed. */
  readonly cutFont?: CutFont;
  /** The client of the report's page; without it no report is made. */
  readonly page?: Page;
}

function chart(request: ChartRequest, findings: Findings, language: Language): Chart {
  const kind = kinds[request.kind];
  // The check stage refuses unknown kinds with their place in the file; here it can only be our own bug.
  if (!kind) throw new Error(`no chart kind ${request.kind}`);
  return { request, picture: kind.build(request, findings, language) };
}

/** A chart as a specification that stands alone and as a framed picture. */
async function files(
  { request, picture }: Chart,
  findings: Findings,
  { language, cutFont }: RenderOptions,
): Promise<Artifacts> {
  const brand = brandLine(findings.company, findings.study, findings.asOf);
  const spec = `${JSON.stringify(standalone(picture, brand, language), null, 2)}\n`;
  const svg = await framed(picture, brand, language);
  return [
    { path: `charts/${request.name}.vl.json`, content: spec },
    {
      path: `charts/${request.name}.svg`,
      content: cutFont === undefined ? svg : await lettered(svg, cutFont),
    },
  ];
}

/** Below its title, a text says whose it is, of which study and as of when; a what-if says so here. */
const signed = (text: string, { company, study, asOf }: Findings): string =>
  text.replace('\n', `\n\n${[company, study, asOf].map(markdown).join(' · ')}\n`);

/** Renders a study's findings: charts, tables and texts, the same bytes for the same findings. */
export async function render(findings: Findings, options: RenderOptions): Promise<Artifacts> {
  const { language, cutFont, page } = options;
  const { uncertainty } = findings;
  const charts = findings.charts.map((request) => chart(request, findings, language));
  const pictures: Artifact[] = [];
  for (const each of charts) pictures.push(...(await files(each, findings, options)));
  const report = page === undefined ? [] : [await reportHtml(findings, charts, { language, cutFont, page })];
  return [
    ...report,
    ...pictures,
    { path: 'results.csv', content: resultsCsv(findings) },
    { path: 'results.parquet', content: await resultsParquet(findings) },
    { path: 'dictionary.csv', content: dictionary(findings, [], language) },
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
    { path: 'register.csv', content: registerCsv(findings, language) },
    { path: 'register.md', content: signed(registerMarkdown(findings, language), findings) },
    { path: 'targets.md', content: signed(targetsMarkdown(findings, language), findings) },
    { path: 'evidence.md', content: signed(evidenceMarkdown(findings, language), findings) },
    { path: 'scenarios.md', content: signed(scenariosMarkdown(findings, language), findings) },
    { path: 'assumptions.md', content: signed(assumptionsMarkdown(findings, language), findings) },
    { path: 'reconciliation.md', content: signed(reconciliationMarkdown(findings, language), findings) },
  ];
}
