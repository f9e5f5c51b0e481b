// Reporting standards, resolved: which version is in force on a day, and which rows it asks for in which paragraph.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import {
  type AskedContent,
  keyAt,
  keysInOrder,
  listOf,
  readProvenanceOf,
  type StandardsFile,
  spanAt,
  type Title,
} from '../parse/index.ts';
import type { Asked, Standard, StandardVersion } from './disclosure-types.ts';

/** The standards of a file as they stand on a day; days of the calendar compare as texts. */
export function resolveStandards(
  { content, spans }: StandardsFile,
  asOf: string,
  diagnostics: Diagnostic[],
): readonly Standard[] {
  return keysInOrder(spans, 'texts').flatMap((name) => {
    const text = content.texts[name];
    if (text === undefined) return [];
    const versions = keysInOrder(spans, 'texts', name, 'versions').flatMap((version): StandardVersion[] => {
      const found = text.versions[version];
      if (found === undefined) return [];
      const path = ['texts', name, 'versions', version] as const;
      const reading = readProvenanceOf(found, spans, path);
      diagnostics.push(...reading.diagnostics);
      const { title, from, until, note } = found;
      const span = keyAt(spans, ...path);
      if (reading.provenance === undefined && reading.diagnostics.length === 0)
        diagnostics.push(
          error('source/missing', `the version ${version} of ${name} has no source`, span, {
            help: 'add source: [key, place], or assumed: why with a confidence',
          }),
        );
      if (until !== undefined && until < from)
        diagnostics.push(
          error(
            'standards/versions',
            `${version} ends on ${until}, before it begins on ${from}`,
            spanAt(spans, ...path, 'until'),
          ),
        );
      return [{ name: version, title, from, until, note, provenance: reading.provenance, span }];
    });
    refuseOverlaps(versions, diagnostics);
    const inForce = versions.find(
      ({ from, until }) => from <= asOf && (until === undefined || asOf <= until),
    );
    return [{ name, title: text.title, versions, inForce: inForce?.name }];
  });
}

/** On no day may two versions be in force. */
function refuseOverlaps(versions: readonly StandardVersion[], diagnostics: Diagnostic[]): void {
  const inOrder = versions.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder[index - 1];
    if (earlier === undefined || (earlier.until !== undefined && earlier.until < later.from)) continue;
    const ends = earlier.until === undefined ? 'has no end' : `ends on ${earlier.until}`;
    diagnostics.push(
      error(
        'standards/versions',
        `${later.name} begins on ${later.from} while ${earlier.name} ${ends}`,
        later.span,
        {
          also: [{ span: earlier.span, text: 'in force as well' }],
          help: 'say until: the day before the later version begins',
        },
      ),
    );
  }
}

/** Where the versions in force ask for one row; names of standards and versions are checked for all versions. */
export function askedIn(
  row: string,
  file: StandardsFile,
  standards: readonly Standard[],
  diagnostics: Diagnostic[],
): readonly Asked[] {
  const { content, spans } = file;
  return keysInOrder(spans, 'rows', row, 'in').flatMap((name): readonly Asked[] => {
    const written = content.rows[row]?.in[name];
    const standard = standards.find((one) => one.name === name);
    if (written === undefined) return [];
    const path = ['rows', row, 'in', name] as const;
    if (standard === undefined) {
      const known = standards.map((one) => one.name);
      diagnostics.push(
        error('name/unknown', `texts describes no standard ${name}`, keyAt(spans, ...path), {
          help: didYouMean(name, known) ?? `standards: ${known.join(', ')}`,
        }),
      );
      return [];
    }
    const list: readonly AskedContent[] = Array.isArray(written) ? written : [written];
    return list.flatMap((asked, index): readonly Asked[] => {
      const at = Array.isArray(written) ? [...path, index] : path;
      const versions = listOf(asked.versions);
      for (const [position, version] of versions.entries())
        if (!standard.versions.some((one) => one.name === version))
          diagnostics.push(
            error(
              'name/unknown',
              `${name} has no version ${version}`,
              spanAt(spans, ...at, 'versions', ...(Array.isArray(asked.versions) ? [position] : [])),
              { help: `versions: ${standard.versions.map((one) => one.name).join(', ')}` },
            ),
          );
      const { inForce } = standard;
      if (inForce === undefined || (versions.length > 0 && !versions.includes(inForce))) return [];
      const { asks, confidence = 'high' } = asked;
      return [{ standard: name, paragraph: titled(asked.paragraph), asks, confidence }];
    });
  });
}

const titled = (written: AskedContent['paragraph']): Title =>
  typeof written === 'object' ? written : { en: String(written), zh: String(written) };
