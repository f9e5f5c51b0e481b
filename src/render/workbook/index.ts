// register.xlsx: register, heat map, results with their parts, assumptions, reconciliation and scales as one workbook.
import type { Findings } from '../../analyse/index.ts';
import type { TableEntry } from '../dictionary/index.ts';
import { type Language, plain, say } from '../wording.ts';
import { assumptionsSheet } from './assumptions.ts';
import { heatMapSheet } from './heat-map.ts';
import { seriesOf } from './numbers.ts';
import type { Part } from './part.ts';
import { partsOf, partsSheet } from './parts.ts';
import { reconciliationSheet } from './reconciliation.ts';
import { registerSheet } from './register.ts';
import { resultsSheet } from './results.ts';
import { scalesOf, scalesSheet } from './scales.ts';
import { xlsx } from './write.ts';

export const WORKBOOK = 'register.xlsx';

/** Fonts that spreadsheets of the language have, on Windows, macOS and WPS alike, or replace well. */
const FONT = { en: 'Calibri', zh: 'Microsoft YaHei' } as const;

/** The sheets in the order of a reader's questions; a study without a register has those of its results alone. */
function partsIn(findings: Findings, language: Language): readonly Part[] {
  const { register, headlines, totals } = findings;
  const needed = new Set([
    ...headlines.map(({ quantity }) => quantity),
    ...headlines.flatMap(({ quantity }) => (totals.get(quantity) ?? []).map((part) => part.quantity)),
    ...(register?.rows ?? []).flatMap(({ drivenBy }) => drivenBy),
  ]);
  const of = seriesOf(findings, needed);
  const scales = register === undefined ? undefined : scalesOf(register, language);
  const rows = partsOf(findings, of, language);
  const parts = rows.length === 0 ? undefined : partsSheet(findings, rows, of, language);
  const results = resultsSheet(findings, parts, of, register !== undefined, language);
  const rest = [
    results,
    ...(parts === undefined ? [] : [parts]),
    assumptionsSheet(findings, language),
    reconciliationSheet(findings, language),
  ];
  if (register === undefined || scales === undefined) return rest;
  const own = registerSheet(findings, register, scales, language);
  return [
    own,
    heatMapSheet(register, own, scales, language),
    ...rest,
    scalesSheet(findings, register, scales, language),
  ];
}

/** The workbook, and what the dictionary says of its columns. */
export async function workbook(
  findings: Findings,
  language: Language,
): Promise<{ readonly content: Uint8Array; readonly tables: readonly TableEntry[] }> {
  const parts = partsIn(findings, language);
  const { company, study, asOf } = findings;
  const foot = [company, study, asOf].map(plain).join(' · ');
  return {
    content: await xlsx({
      sheets: parts.map(({ sheet }) => sheet),
      names: new Map(parts.flatMap(({ names = [] }) => names)),
      title: plain(say(language, `${study}: register and results`, `${study}：登记册与结果`)),
      company: plain(company),
      foot,
      asOf,
      font: FONT[language],
    }),
    tables: parts.map(({ sheet, columns }) => ({ file: WORKBOOK, sheet: sheet.name, columns })),
  };
}
