// The disclosure map, resolved: every row of the standards answered, and every place that an answer points at known to the study.
import { didYouMean, error } from '../diagnostics/index.ts';
import {
  type DisclosureFile,
  keyAt,
  keysInOrder,
  type Parsed,
  type PlaceContent,
  spanAt,
} from '../parse/index.ts';
import type { Disclosure, DisclosureRow, Place, PlaceKind } from './disclosure-types.ts';
import { follow } from './layers.ts';
import type { ReportContext } from './reports.ts';
import { askedIn, resolveStandards } from './standards.ts';
import type { Study } from './types.ts';

/** What the study has that a place can be named after. */
export type Pointed = Pick<
  Study,
  'asOf' | 'scenarios' | 'targets' | 'unquantifiedTargets' | 'register' | 'charts'
>;

export function resolveDisclosure(
  file: DisclosureFile,
  study: Pointed,
  parsed: Parsed,
  context: ReportContext,
): Disclosure | undefined {
  const { content, spans } = file;
  const { diagnostics } = context;
  const standardsFile = follow('standards', file, content.standards, ['standards'], parsed, diagnostics);
  if (standardsFile === undefined) return undefined;
  const standards = resolveStandards(standardsFile, study.asOf, diagnostics);
  const rows = keysInOrder(standardsFile.spans, 'rows');
  for (const name of keysInOrder(spans, 'answers'))
    if (!rows.includes(name))
      diagnostics.push(
        error('name/unknown', `the standards ask nothing named ${name}`, keyAt(spans, 'answers', name), {
          help: didYouMean(name, rows) ?? `rows: ${rows.join(', ')}`,
        }),
      );
  const missing = rows.filter((name) => content.answers[name] === undefined);
  if (missing.length > 0)
    diagnostics.push(
      error(
        'disclosure/unanswered',
        `${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no answer`,
        keyAt(spans, 'answers'),
        { help: 'say where it is shown, or lacks: { en, zh } with the reason why it is not' },
      ),
    );
  return {
    title: content.disclosure,
    standardsTitle: standardsFile.content.standards,
    reviewed: standardsFile.content.reviewed,
    standards,
    rows: rows.flatMap((name) => {
      const asked = askedIn(name, standardsFile, standards, diagnostics);
      const row = standardsFile.content.rows[name];
      return row === undefined ? [] : [{ ...row, name, asked, ...answerOf(name, file, study, context) }];
    }),
  };
}

function answerOf(
  name: string,
  { content, spans }: DisclosureFile,
  study: Pointed,
  context: ReportContext,
): Pick<DisclosureRow, 'shown' | 'note' | 'lacks'> {
  const answer = content.answers[name];
  if (answer === undefined) return { shown: [] };
  const { shown = [], note, lacks } = answer;
  if (shown.length === 0 && lacks === undefined)
    context.diagnostics.push(
      error(
        'disclosure/unanswered',
        `${name} shows nothing and does not say why`,
        keyAt(spans, 'answers', name),
        { help: 'add shown: [...], or lacks: { en, zh } with the reason' },
      ),
    );
  const places = shown.flatMap(
    (place, index) => placeOf(place, ['answers', name, 'shown', index], spans, study, context) ?? [],
  );
  return { shown: places, note, lacks };
}

const KINDS: readonly PlaceKind[] = ['quantity', 'input', 'target', 'register', 'chart', 'scenarios', 'file'];

/** What each kind of place may be called in this study, and what a message calls it. */
function known(kind: PlaceKind, study: Pointed, { quantities }: ReportContext): readonly [string, string[]] {
  const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);
  switch (kind) {
    case 'quantity':
      return ['quantity', [...quantities.keys()]];
    case 'input':
      return ['input', names([...quantities.values()].filter((quantity) => quantity.kind === 'input'))];
    case 'target':
      return ['target', names([...study.targets, ...study.unquantifiedTargets])];
    case 'register':
      return ['row of the register', names(study.register?.rows ?? [])];
    case 'chart':
      return ['chart', names(study.charts)];
    case 'scenarios':
      return ['text of its scenarios', SCENARIO_TEXTS.filter((key) => saidIn(study, key))];
    case 'file':
      return ['file', []];
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** What a scenario file may say that scenarios.md shows, as the file calls it. */
export const SCENARIO_TEXTS = [
  'provider',
  'vintage',
  'licence',
  'retrieved',
  'narrative',
  'kind',
  'temperature',
  'because',
] as const;

/** A text that no scenario of the study has is not in the pack. */
const saidIn = ({ scenarios }: Pointed, key: (typeof SCENARIO_TEXTS)[number]): boolean =>
  scenarios.some((scenario) => scenario[key] !== undefined);

function placeOf(
  written: PlaceContent,
  path: readonly (string | number)[],
  spans: DisclosureFile['spans'],
  study: Pointed,
  context: ReportContext,
): Place | undefined {
  const { diagnostics } = context;
  const [kind, another] = KINDS.filter((each) => written[each] !== undefined);
  const partAlone = written.part !== undefined && kind !== 'file';
  if (kind === undefined || another !== undefined || partAlone) {
    diagnostics.push(
      error(
        'disclosure/place',
        partAlone ? 'part is said of a file' : 'a place is named by one key',
        spanAt(spans, ...path),
        { help: `one of ${KINDS.join(', ')}; a file may name a part` },
      ),
    );
    return undefined;
  }
  const name = written[kind] ?? '';
  const span = spanAt(spans, ...path, kind);
  const [what, names] = known(kind, study, context);
  // Which files a pack has, the check stage knows.
  if (kind !== 'file' && !names.includes(name))
    diagnostics.push(
      error('name/unknown', `the run leaves no ${what} named ${name}`, span, {
        help:
          didYouMean(name, names) ??
          (names.length > 0 && names.length < 12 ? `there are: ${names.join(', ')}` : undefined),
      }),
    );
  return { kind, name, part: written.part, span, partSpan: spanAt(spans, ...path, 'part') };
}
