// Who publishes what was kept: the key of the source and the licence, from the command line or from the codelist that knows the models.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Publication } from './codelists.ts';
import type { Series } from './series.ts';
import type { ImportRequest } from './types.ts';

export interface Origin {
  readonly source: string;
  readonly licence: string;
}

const keyIn = ({ file }: Publication): string | undefined => file.content.source?.[0];

/** Publications that have every path. */
function publishersOf(series: readonly Series[]): readonly Publication[] {
  const [first, ...others] = series.map(({ names }) => names.publications);
  return (first ?? []).filter((one) => others.every((publications) => publications.includes(one)));
}

/** The lines to add to a reference file so that a study knows a source. */
const described = (key: string): string =>
  `describe it under sources: in a reference file of the company, for example scenarios/reference/sources.yaml:\n  ${key}: { title: ..., publisher: ..., date: ... }`;

/** Finds source and licence; a source that no reference file describes would stop every study that reads the data. */
export function originOf(
  series: readonly Series[],
  { file, source, licence }: ImportRequest,
  sources: readonly string[],
): Origin | readonly Diagnostic[] {
  const fail = (code: string, message: string, help: string): readonly Diagnostic[] => [
    error(code, message, { file, from: 0, to: 0 }, { help }),
  ];
  const publishers = publishersOf(series);
  const keys = [...new Set(publishers.flatMap((publication) => keyIn(publication) ?? []))];
  const key = source ?? (keys.length === 1 ? keys[0] : undefined);
  if (key === undefined)
    return keys.length > 1
      ? fail(
          'import/source',
          `these models and scenarios stand in several publications: ${keys.join(', ')}`,
          `say which one the table is from: --source ${keys[0]}`,
        )
      : fail(
          'import/source',
          'no one publication has all that was chosen',
          'import one publication at a time with --model, or say with --source where the table is from',
        );
  if (!sources.includes(key))
    return fail(
      'import/source',
      `no reference file describes the source ${key}`,
      didYouMean(key, sources) ?? described(key),
    );
  const known = publishers.find((publication) => keyIn(publication) === key)?.file.content.licence;
  const terms = licence ?? known;
  return terms === undefined
    ? fail(
        'import/licence',
        `no codelist says under which licence ${key} publishes`,
        'say it: --licence "CC BY 4.0"',
      )
    : { source: key, licence: terms.trim() };
}
