// Sets with their elements, collected from company and reference files; attributes lead from one set into another.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import {
  type CompanyFile,
  keyAt,
  type Provenance,
  type ReferenceFile,
  readProvenanceOf,
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

const own = new Set(['title', 'source', 'assumed', 'confidence']);

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
      const head = readProvenanceOf(keys, spans, ['sets', name]);
      diagnostics.push(...head.diagnostics);
      const unsourced: string[] = [];
      const found = Object.entries(elements).map(([id, element]): SetElement => {
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
          attributes: new Map(attributes.map(([key, to]) => [key, String(to)])),
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
