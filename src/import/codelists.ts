// The codelists of a project as one: whether a name is known, how it is spelt, who publishes it.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import { type CodelistFile, keyAt } from '../parse/index.ts';
import { keyOf, unitKeyOf, withoutVersion } from './spelling.ts';

/** Key of every spelling -> the name. */
type Names = ReadonlyMap<string, string>;

/** A codelist with models: names as one provider used them in one publication. */
export interface Publication {
  readonly file: CodelistFile;
  readonly scenarios: Names;
  readonly models: Names;
}

export interface KnownModel {
  readonly name: string;
  /** Those that have the model. */
  readonly publications: readonly Publication[];
  /** Its own regions, each as it is written. */
  readonly regions: Names;
}

export interface Codelists {
  readonly publications: readonly Publication[];
  readonly model: (written: string) => KnownModel | undefined;
  readonly regions: Names;
  /** A variable -> the units, ours, that it may come in. */
  readonly variables: ReadonlyMap<string, { readonly name: string; readonly units: readonly string[] }>;
  /** A provider's unit -> ours, and the place that says so. */
  readonly units: ReadonlyMap<
    string,
    { readonly spelling: string; readonly ours: string; readonly file: CodelistFile }
  >;
}

function namesOf(spellings: Readonly<Record<string, readonly string[]>>): Names {
  const names = new Map<string, string>();
  for (const [name, others] of Object.entries(spellings))
    for (const spelling of [name, ...others])
      if (!names.has(keyOf(spelling))) names.set(keyOf(spelling), name);
  // A name wins over another one's further spelling.
  for (const name of Object.keys(spellings)) names.set(keyOf(name), name);
  return names;
}

const WRAPPED = /^(.+)\[(.+)\]$/;

/** The model in one publication: by its name, or as `X[model]`. */
function modelIn(
  publication: Publication,
  written: string,
): { readonly name: string; readonly entry: string } | undefined {
  const entry = publication.models.get(keyOf(written));
  if (entry !== undefined && !entry.endsWith('[*]')) return { name: entry, entry };
  const [, outer, inner = ''] = WRAPPED.exec(written.trim()) ?? [];
  const wrapper = outer === undefined ? undefined : publication.models.get(keyOf(`${outer}[*]`));
  const wrapped = publication.models.get(keyOf(inner));
  if (wrapper === undefined || wrapped === undefined || wrapped.endsWith('[*]')) return undefined;
  return { name: wrapper.replace('*', wrapped), entry: wrapper };
}

function regionsOf(publication: Publication, entry: string): Names {
  const { prefix = entry, regions = [] } = publication.file.content.models?.[entry] ?? {};
  return namesOf(Object.fromEntries(regions.map((region) => [`${prefix}|${region}`, []])));
}

/** Lays the codelists of a project together; two that contradict each other are an error. */
export function layTogether(files: readonly CodelistFile[]): {
  readonly codelists: Codelists;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const publications = files
    .filter(({ content }) => content.models !== undefined)
    .map((file) => ({
      file,
      scenarios: namesOf(file.content.scenarios ?? {}),
      models: namesOf(Object.fromEntries(Object.keys(file.content.models ?? {}).map((name) => [name, []]))),
    }));
  const regions = namesOf(Object.assign({}, ...files.map(({ content }) => content.regions ?? {})));
  const variables = new Map<string, { name: string; units: readonly string[] }>();
  const units = new Map<string, { spelling: string; ours: string; file: CodelistFile }>();
  for (const file of files) {
    for (const [name, admitted] of Object.entries(file.content.variables ?? {}))
      variables.set(keyOf(name), {
        name,
        units: [...(variables.get(keyOf(name))?.units ?? []), ...admitted],
      });
    for (const [spelling, ours] of Object.entries(file.content.units ?? {})) {
      const earlier = units.get(unitKeyOf(spelling));
      if (earlier !== undefined && earlier.ours !== ours)
        diagnostics.push(
          error(
            'import/codelist',
            `${spelling} is ${ours} here and ${earlier.ours} in another codelist`,
            keyAt(file.spans, 'units', spelling),
            { also: [{ span: keyAt(earlier.file.spans, 'units', earlier.spelling), text: 'the other' }] },
          ),
        );
      units.set(unitKeyOf(spelling), { spelling, ours, file });
    }
  }
  const model = (written: string): KnownModel | undefined => {
    const found = publications.flatMap((publication) => {
      const known = modelIn(publication, written);
      return known === undefined ? [] : [{ publication, ...known }];
    });
    const [first] = found;
    if (first === undefined) return undefined;
    return {
      name: first.name,
      publications: found.map(({ publication }) => publication),
      regions: new Map(found.flatMap(({ publication, entry }) => [...regionsOf(publication, entry)])),
    };
  };
  return { codelists: { publications, model, regions, variables, units }, diagnostics };
}

/** How the codelists spell a name that stands alone, as on the command line; undefined for one that they do not know. */
export function spelledIn(codelists: Codelists, column: string, written: string): string | undefined {
  switch (column) {
    case 'model':
      return codelists.model(written)?.name;
    case 'scenario':
      return codelists.publications
        .map(({ scenarios }) => scenarios.get(keyOf(withoutVersion(written))))
        .find((name) => name !== undefined);
    case 'region':
      return codelists.regions.get(keyOf(written));
    case 'variable':
      return codelists.variables.get(keyOf(written))?.name;
    default:
      return undefined;
  }
}
