// Sources -> Parsed: YAML read, shapes checked, formulas turned into trees; every node knows its place.
import type { Document } from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, didYouMean, error, type Outcome } from '../diagnostics/index.ts';
import type { SourceFile, Sources } from '../load/types.ts';
import { parseYaml, type YamlDocument } from './document.ts';
import { gather } from './gather.ts';
import { chartSchema } from './kinds/chart.ts';
import { codelistSchema } from './kinds/codelist.ts';
import { disclosureSchema, standardsSchema } from './kinds/disclosure.ts';
import { modelSchema, readModel } from './kinds/model.ts';
import { planSchema, readPlan } from './kinds/plan.ts';
import { registerSchema } from './kinds/register.ts';
import { readValues } from './kinds/shared.ts';
import { dataSchema, moneySchema } from './kinds/tables.ts';
import {
  companySchema,
  overlaySchema,
  referenceSchema,
  scenarioSchema,
  strategySchema,
  studySchema,
} from './kinds/values.ts';
import { createMathParser, type MathParser } from './mathjs.ts';
import { shape } from './shape.ts';
import { keyAt, keysInOrder } from './spans.ts';
import { textsIn } from './texts.ts';
import type { Kind, Parsed, ParsedFile } from './types.ts';

type Reader = (
  document: YamlDocument,
  path: string,
  parse: MathParser,
  diagnostics: Diagnostic[],
) => ParsedFile | undefined;

const checked = <T>(
  schema: z.ZodType<T>,
  document: YamlDocument,
  diagnostics: Diagnostic[],
): T | undefined => {
  const result = shape(schema, document.value, document.spans);
  diagnostics.push(...result.diagnostics);
  return result.value;
};

/** A reader for a kind that gives values. */
const layer =
  <
    K extends 'reference' | 'company' | 'scenario' | 'overlay' | 'strategy' | 'study',
    T extends Parameters<typeof readValues>[0],
  >(
    kind: K,
    schema: z.ZodType<T>,
  ) =>
  ({ spans, ...document }: YamlDocument, path: string, _: MathParser, diagnostics: Diagnostic[]) => {
    const content = checked(schema, { ...document, spans }, diagnostics);
    return content === undefined
      ? undefined
      : { kind, path, spans, content, ...readValues(content, spans, diagnostics) };
  };

/** A reader for a kind that is only shaped. */
const plain =
  <K extends Kind, T>(kind: K, schema: z.ZodType<T>) =>
  (document: YamlDocument, path: string, _: MathParser, diagnostics: Diagnostic[]) => {
    const content = checked(schema, document, diagnostics);
    return content === undefined ? undefined : { kind, path, spans: document.spans, content };
  };

const readers: Readonly<Record<Kind, Reader>> = {
  model: (document, path, parse, diagnostics) => {
    const content = checked(modelSchema, document, diagnostics);
    return content === undefined ? undefined : readModel(content, path, document.spans, parse, diagnostics);
  },
  reference: layer('reference', referenceSchema),
  company: layer('company', companySchema),
  scenario: layer('scenario', scenarioSchema),
  overlay: layer('overlay', overlaySchema),
  strategy: layer('strategy', strategySchema),
  study: layer('study', studySchema),
  data: plain('data', dataSchema),
  codelist: plain('codelist', codelistSchema),
  money: plain('money', moneySchema),
  register: plain('register', registerSchema),
  chart: plain('chart', chartSchema),
  standards: plain('standards', standardsSchema),
  disclosure: plain('disclosure', disclosureSchema),
  plan: (document, path, _, diagnostics) => {
    const content = checked(planSchema, document, diagnostics);
    const { spans } = document;
    return content === undefined
      ? undefined
      : { kind: 'plan', path, spans, content, ...readPlan(content, spans, diagnostics) };
  },
};
const kinds = Object.keys(readers);
const isKind = (text: string): text is Kind => kinds.includes(text);

function parseFile(
  file: SourceFile,
  known: Document.Parsed | undefined,
  parse: MathParser,
  diagnostics: Diagnostic[],
): ParsedFile | undefined {
  const document = parseYaml(file.path, file.text, known);
  diagnostics.push(...document.diagnostics);
  if (document.diagnostics.length > 0) return undefined;
  const isTable =
    document.value !== null && typeof document.value === 'object' && !Array.isArray(document.value);
  const [kind] = isTable ? keysInOrder(document.spans) : [];
  if (kind === undefined || !isKind(kind)) {
    const span = kind === undefined ? { file: file.path, from: 0, to: 0 } : keyAt(document.spans, kind);
    const message =
      kind !== undefined
        ? `the first key names the kind of file; ${kind} is not one`
        : isTable || document.value === null
          ? 'the file is empty'
          : 'a file is a table of keys, of which the first names its kind';
    diagnostics.push(
      error('file/kind', message, span, {
        help: didYouMean(kind ?? '', kinds) ?? `kinds: ${kinds.join(', ')}`,
      }),
    );
    return undefined;
  }
  const read = readers[kind](document, file.path, parse, diagnostics);
  if (read === undefined) return undefined;
  return { ...read, ...textsIn(document.value, read.content, document.spans, diagnostics) };
}

/** Parses every file; a file at fault is left out and its faults are all reported. */
export function parse(sources: Sources): Outcome<Parsed> {
  const parser = createMathParser();
  return gather(sources, (file, diagnostics) =>
    parseFile(file, sources.documents?.get(file.text), parser, diagnostics),
  );
}
