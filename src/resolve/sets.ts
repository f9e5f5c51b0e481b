// Sets with their elements, collected from company and reference files; attributes lead from one set into another.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import { grammarWords, setWords, words } from '../language/index.ts';
import {
  type CompanyFile,
  keyAt,
  keysInOrder,
  type Provenance,
  type ReferenceFile,
  readProvenanceOf,
  type Spans,
  spanAt,
  type Title,
} from '../parse/index.ts';
import type { SetDefinition, SetElement } from './types.ts';

/** A readable title for what has none: `secondary_external` -> `Secondary external`. */
export const titleOf = (name: string): Title => {
  const words = name.replaceAll('_', ' ');
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return { en: text, zh: text };
};

const NAME = /^[a-z][a-z0-9_]*$/;
/** Names that mean something else where a formula or a value names a set. */
const reserved: ReadonlySet<string> = new Set([
  ...words.keys(),
  ...setWords.map(({ name }) => name),
  ...grammarWords,
  'all',
]);

const own = new Set(['title', 'source', 'assumed', 'confidence']);

function checkNames(
  name: string,
  elements: Readonly<Record<string, unknown>>,
  spans: Spans,
  diagnostics: Diagnostic[],
): void {
  const span = keyAt(spans, 'sets', name);
  if (reserved.has(name))
    diagnostics.push(error('name/form', `${name} cannot name a set: it has a meaning of its own`, span));
  else if (!NAME.test(name))
    diagnostics.push(
      error('name/form', `${name} cannot name a set: full words in small letters, joined by _`, span),
    );
  if (Object.keys(elements).length === 0)
    diagnostics.push(
      error('set/empty', `the set ${name} has no elements`, keyAt(spans, 'sets', name, 'elements')),
    );
  if (Object.hasOwn(elements, 'all'))
    diagnostics.push(
      error(
        'name/form',
        'all cannot name an element: it stands for every other one',
        keyAt(spans, 'sets', name, 'elements', 'all'),
      ),
    );
}

export function resolveSets(
  files: readonly (CompanyFile | ReferenceFile)[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, SetDefinition> {
  const sets = new Map<string, SetDefinition>();
  for (const { content, spans, provenance: inherited } of files)
    for (const [name, { about, elements, ...keys }] of Object.entries(content.sets ?? {})) {
      const span = keyAt(spans, 'sets', name);
      const earlier = sets.get(name);
      if (earlier !== undefined) {
        diagnostics.push(
          error('set/twice', `the set ${name} is defined twice`, span, {
            also: [{ span: earlier.span, text: 'first here' }],
            help: 'keep one of them: every file of the study can use it',
          }),
        );
      }
      checkNames(name, elements, spans, diagnostics);
      const head = readProvenanceOf(keys, spans, ['sets', name]);
      diagnostics.push(...head.diagnostics);
      const unsourced: string[] = [];
      const found = keysInOrder(spans, 'sets', name, 'elements').map((id): SetElement => {
        const element = elements[id];
        const path = ['sets', name, 'elements', id];
        const reading = readProvenanceOf(element ?? {}, spans, path);
        diagnostics.push(...reading.diagnostics);
        const provenance: Provenance | undefined = reading.provenance ?? head.provenance ?? inherited;
        const faults = reading.diagnostics.length + head.diagnostics.length;
        const attributes = Object.entries(element ?? {}).filter(([key]) => !own.has(key));
        if (attributes.length > 0 && provenance === undefined && faults === 0) unsourced.push(id);
        return {
          id,
          title: element?.title ?? titleOf(id),
          attributes: new Map(
            attributes.map(([key, to]) => [key, typeof to === 'object' ? JSON.stringify(to) : String(to)]),
          ),
          provenance,
          span: keyAt(spans, ...path),
        };
      });
      const [first] = unsourced;
      if (first !== undefined)
        diagnostics.push(
          error(
            'source/missing',
            `the attributes of ${unsourced.join(', ')} have no source`,
            keyAt(spans, 'sets', name, 'elements', first),
            { help: 'add source: [key, place], or assumed: why with a confidence, to them or to the set' },
          ),
        );
      // Of a set that is defined twice both halves are known, so that only the second definition is reported.
      const others = earlier?.elements.filter(({ id }) => !found.some((element) => element.id === id)) ?? [];
      sets.set(name, { name, about, elements: [...others, ...found], span: earlier?.span ?? span });
    }
  for (const { content, spans } of files)
    for (const name of Object.keys(content.sets ?? {}))
      for (const element of sets.get(name)?.elements ?? [])
        for (const [attribute, to] of element.attributes) {
          const path = ['sets', name, 'elements', element.id, attribute];
          const goal = sets.get(attribute);
          if (goal === undefined)
            diagnostics.push(
              error(
                'set/unknown',
                `${attribute} is not a set: an attribute is named after the set it points into`,
                keyAt(spans, ...path),
                { help: didYouMean(attribute, sets.keys()) },
              ),
            );
          else if (!goal.elements.some(({ id }) => id === to))
            diagnostics.push(
              error('set/element', `${to} is not an element of ${attribute}`, spanAt(spans, ...path), {
                help: didYouMean(
                  to,
                  goal.elements.map(({ id }) => id),
                ),
              }),
            );
        }
  return sets;
}
