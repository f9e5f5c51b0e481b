// What was published of years after the base year, to be held against what the model computes for them; and what was not.
import { error } from '../diagnostics/index.ts';
import {
  type CompanyFile,
  keyAt,
  type Provenance,
  readProvenanceOf,
  spanAt,
  type Title,
} from '../parse/index.ts';
import { knownHeadline, knownQuantity, knownYear, type ReportContext } from './reports.ts';
import { readBaseUnits } from './units.ts';

/** A quantity in a year after the base year: what was published of it, or why nothing is known; in a year before it why the model cannot start there. */
export interface BacktestLine {
  readonly name: string;
  readonly title: Title;
  readonly quantity: string;
  readonly year: number;
  readonly outcome:
    | {
        readonly kind: 'published';
        /** In base units. */
        readonly value: number;
        /** As the file writes it. */
        readonly written: string;
        readonly provenance: Provenance;
      }
    | { readonly kind: 'not published'; readonly why: string };
  readonly note?: string | undefined;
}

export function resolveBacktest(file: CompanyFile, context: ReportContext): readonly BacktestLine[] {
  return Object.keys(file.content.backtest ?? {}).flatMap((name) => lineOf(name, file, context) ?? []);
}

function lineOf(name: string, file: CompanyFile, context: ReportContext): BacktestLine | undefined {
  const { content, spans, provenance: inherited } = file;
  const { diagnostics } = context;
  const line = content.backtest?.[name];
  if (line === undefined) return undefined;
  const path = ['backtest', name] as const;
  const { title, year, is, not_published: why, note } = line;
  if ((is === undefined) === (why === undefined)) {
    const help = 'write is: what was published, or not_published: why nothing is known';
    const message = `${name} says ${is === undefined ? 'neither is nor' : 'both is and'} not_published`;
    diagnostics.push(error('backtest/form', message, keyAt(spans, ...path), { help }));
    return undefined;
  }
  const yearSpan = spanAt(spans, ...path, 'year');
  // Of years before the study it may be said that the model could not start from them, and why.
  const isEarlierStart = why !== undefined && year < content.base_year;
  if (!isEarlierStart && !knownYear(year, yearSpan, context)) return undefined;
  if (year <= content.base_year && !isEarlierStart) {
    const help = 'what is published of the base year is held against the model in reconciliation:';
    const message = `the model starts from ${content.base_year}: ${year} tests nothing`;
    diagnostics.push(error('backtest/year', message, yearSpan, { help }));
    return undefined;
  }
  const quantitySpan = spanAt(spans, ...path, 'quantity');
  const quantity = knownQuantity(line.quantity, quantitySpan, context);
  if (quantity === undefined) return undefined;
  knownHeadline(quantity.name, quantitySpan, context);
  const common = { name, title, quantity: quantity.name, year, note };
  if (is === undefined) return { ...common, outcome: { kind: 'not published', why: why ?? '' } };
  const reading = readProvenanceOf(line, spans, path);
  diagnostics.push(...reading.diagnostics);
  const provenance = reading.provenance ?? inherited;
  if (provenance === undefined) {
    const help = 'add source: [key, place]';
    diagnostics.push(error('source/missing', `${name} has no source`, keyAt(spans, ...path), { help }));
    return undefined;
  }
  const value = readBaseUnits(is, spanAt(spans, ...path, 'is'), quantity, context.units, diagnostics);
  if (value === undefined) return undefined;
  if (value === 0) {
    const help = 'write not_published: with the reason, in place of is';
    const message = `${name} is 0: how far the model is off is a share of what was published`;
    diagnostics.push(error('backtest/form', message, spanAt(spans, ...path, 'is'), { help }));
    return undefined;
  }
  return { ...common, outcome: { kind: 'published', value, written: String(is), provenance } };
}
