// lint/unsourced: numbers that no source gives and of which their writer is not sure, taken as certain by a study that draws.
import { type Diagnostic, type Span, warning } from '../../diagnostics/index.ts';
import type { ResolvedCell } from '../../resolve/index.ts';
import type { LintRule } from './rule.ts';
import { some } from './words.ts';

/** One finding an assumption, which may stand at the top of a file and hold for many inputs. */
export const lintUnsourced: LintRule = ({ program, study }) => {
  if (study.uncertainty === undefined) return [];
  const places = new Map<string, { readonly span: Span; readonly inputs: Set<string> }>();
  for (const { inputs } of study.cases)
    for (const [name, cells] of inputs) {
      const quantity = program.quantities.get(name);
      // What the company does is a choice, not something that it knows badly.
      if (quantity?.kind !== 'input' || quantity.setBy === 'strategy') continue;
      for (const cell of cells) {
        const span = guessed(cell);
        if (span === undefined) continue;
        const key = `${span.file} ${span.from}`;
        const place = places.get(key) ?? { span, inputs: new Set() };
        places.set(key, place);
        place.inputs.add(name);
      }
    }
  return [...places.values()].map(({ span, inputs }): Diagnostic => {
    const [first = ''] = inputs;
    const what = inputs.size === 1 ? `${first} is` : `${inputs.size} inputs are`;
    return warning(
      'lint/unsourced',
      `${what} assumed with low confidence, and the same in every draw`,
      span,
      {
        notes: inputs.size === 1 ? [] : [`these are ${some([...inputs])}`],
        help: 'name a source, state a range: or spread:, or say spread: none of what is a choice',
      },
    );
  });
};

/** Where a cell says that its value is a guess without saying how far it may be off. */
function guessed({ origin, values, spread }: ResolvedCell): Span | undefined {
  const { provenance, layer } = origin;
  if (provenance?.kind !== 'assumed' || provenance.confidence !== 'low' || layer === 'command line')
    return undefined;
  if (spread !== undefined || origin.spread !== undefined || origin.range !== undefined) return undefined;
  // A zero mostly says that there is none.
  return values.some((value) => value !== 0) ? provenance.span : undefined;
}
