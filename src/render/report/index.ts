// report.html: the findings as one page that opens anywhere, in which every number opens into its explanation.

import type { ChartRequest, Findings } from '../../analyse/index.ts';
import { significant } from '../../units/index.ts';
import { base64 } from '../base64.ts';
import type { Json, Picture } from '../charts/chart.ts';
import { type CutFont, fontRules } from '../charts/lettering.ts';
import type { Artifact } from '../types.ts';
import { type Language, plain } from '../wording.ts';
import { disclosureBlock } from './disclosure.ts';
import { evidenceBlock, notices } from './evidence.ts';
import { drawFigure } from './figures.ts';
import { page } from './html.ts';
import { assumptionItems, reconciliationBlock, sourceList } from './lists.ts';
import { facts, headlineBlocks, openTargets, scenarioCards, strategyCards, targetBlocks } from './outline.ts';
import { packGraph, packPaths } from './pack.ts';
import { registerBlock } from './register.ts';
import { shareTables } from './shared-tables.ts';
import { written } from './sparing.ts';
import { backtestBlock, decisionBlock } from './tables.ts';
import type { ReportData } from './types.ts';
import { guideIn, wordsIn } from './words.ts';

/** The client of the page, built once with the product. */
export interface Page {
  readonly script: string;
  readonly style: string;
}

interface ReportOptions {
  readonly language: Language;
  readonly cutFont?: CutFont | undefined;
  readonly page: Page;
}

export interface Chart {
  readonly request: ChartRequest;
  readonly picture: Picture;
}

/** Letters that the page may need beside those of its data: numbers of tooltips and explanations. */
const ALWAYS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** Drawings need no more digits than these; the numbers that open carry all of theirs. */
const DIGITS = 6;
const asDrawn = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? significant(value, DIGITS) : value;

/** Every text as one harmless line, with the blanks that part it from the number beside it; base64 and specifications never pass here. */
const harmless = (text: string): string => {
  const line = plain(text);
  if (line === text) return text;
  if (line === '') return /\s/.test(text) ? ' ' : '';
  return (/^\s/.test(text) ? ' ' : '') + line + (/\s$/.test(text) ? ' ' : '');
};

export async function reportHtml(
  findings: Findings,
  charts: readonly Chart[],
  { language, cutFont, page: client }: ReportOptions,
): Promise<Artifact> {
  const words = wordsIn(language);
  const drawn = [];
  const vega: Json[] = [];
  for (const { request, picture } of charts) {
    const { figure, specs } = await drawFigure(request, picture, vega.length, findings, language);
    vega.push(...specs);
    drawn.push({ kind: request.kind, figure });
  }
  const data: ReportData = {
    language,
    words,
    company: findings.company,
    study: findings.study,
    asked: {
      file: findings.file,
      overrides: findings.overrides,
      cases: findings.graph.cases,
      draws: findings.uncertainty?.draws,
    },
    facts: facts(findings, language),
    notices: notices(findings, language),
    scenarios: scenarioCards(findings, language),
    strategies: strategyCards(findings, language),
    targets: targetBlocks(findings, language),
    openTargets: openTargets(findings, language),
    headlines: headlineBlocks(findings, language),
    evidence: evidenceBlock(findings, language),
    figures: drawn.filter(({ kind }) => kind !== 'heat_map').map(({ figure }) => figure),
    heatMap: drawn.find(({ kind }) => kind === 'heat_map')?.figure,
    register: registerBlock(findings, language),
    reconciliation: reconciliationBlock(findings, language),
    decisions: decisionBlock(findings, language),
    backtest: backtestBlock(findings, language),
    disclosure: disclosureBlock(findings, language),
    assumptions: assumptionItems(findings, language),
    sources: sourceList(findings),
    guide: guideIn(language),
    graph: packGraph(findings, language),
  };
  // Pieces of a sentence keep the blanks at their ends.
  const json = written(data, harmless);
  const specs = JSON.stringify(shareTables(vega), asDrawn);
  const fonts =
    cutFont === undefined
      ? ''
      : await fontRules(`${ALWAYS}${json}${specs}`, language === 'zh' ? 'chinese' : 'latin', cutFont);
  const content = await page({
    language,
    title: plain(`${findings.company} · ${findings.study} · ${findings.asOf}`),
    noScript: words.noScript,
    styles: fonts === '' ? [client.style] : [fonts, client.style],
    script: client.script,
    data: { data: json, specs, paths: JSON.stringify(base64(packPaths(findings.graph))) },
  });
  return { path: 'report.html', content };
}
