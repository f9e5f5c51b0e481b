// The names of a row held against the codelists: how we spell each, or what is wrong with it.
import { didYouMean } from '../diagnostics/index.ts';
import type { Codelists, Publication } from './codelists.ts';
import { remembering } from './remember.ts';
import { keyOf, shown, unitKeyOf, withoutVersion } from './spelling.ts';
import type { NameColumn } from './types.ts';

/** The names of a row as we spell them. */
export interface Names extends Readonly<Record<NameColumn, string>> {
  /** The unit as we write it. */
  readonly ours: string;
  /** Those that have the model with the scenario. */
  readonly publications: readonly Publication[];
}

/** A name that no codelist has. */
export interface Stranger {
  readonly column: NameColumn;
  readonly message: string;
  readonly help?: string | undefined;
}

/** As a row writes them. */
export type WrittenNames = Readonly<Record<NameColumn, string>>;

interface ModelNames {
  readonly model: { readonly name: string } | Stranger;
  readonly scenario: (
    written: string,
  ) => { readonly name: string; readonly publications: readonly Publication[] } | Stranger;
  readonly region: (written: string) => { readonly name: string } | Stranger;
}

interface VariableNames {
  readonly variable: { readonly name: string } | Stranger;
  readonly unit: (written: string) => { readonly name: string; readonly ours: string } | Stranger;
}

const isStranger = (found: object): found is Stranger => 'message' in found;

/** @param list where the name would have to be added */
function stranger(column: NameColumn, written: string, known: Iterable<string>, list: string): Stranger {
  if (written === '') return { column, message: `the row has no ${column}` };
  const near = didYouMean(written, known);
  return {
    column,
    message: `no codelist has the ${column} ${shown(written)}`,
    help:
      near === undefined
        ? `add it to ${list}, or choose other rows with --${column === 'unit' ? 'variable' : column}`
        : `${near} (or add it to ${list})`,
  };
}

const pathsOf = (publications: readonly Publication[]): string =>
  publications.map(({ file }) => file.path).join(' or ');

const scenariosOf = (publications: readonly Publication[]): Set<string> =>
  new Set(publications.flatMap(({ scenarios }) => [...scenarios.values()]));

function modelNames(codelists: Codelists, written: string): ModelNames {
  const { publications: all, regions } = codelists;
  const known = codelists.model(written);
  const among = known?.publications ?? all;
  const scenario = (text: string) => {
    const key = keyOf(withoutVersion(text));
    const having = among.filter(({ scenarios }) => scenarios.has(key));
    const name = having[0]?.scenarios.get(key);
    return name === undefined
      ? stranger('scenario', text, scenariosOf(among), `scenarios: in ${pathsOf(among)}`)
      : { name, publications: having };
  };
  const region = (text: string) => {
    const name = known?.regions.get(keyOf(text)) ?? regions.get(keyOf(text));
    // Of a model that is not known, nobody can say which regions it has.
    if (known === undefined && name === undefined && text !== '') return { name: text };
    return name === undefined
      ? stranger(
          'region',
          text,
          [...(known?.regions.values() ?? []), ...regions.values()],
          `${known?.name ?? 'the model'} in ${pathsOf(among)}`,
        )
      : { name };
  };
  const models = new Set(all.flatMap(({ models }) => [...models.values()]));
  return {
    model: known ?? stranger('model', written, models, `models: in ${pathsOf(all)}`),
    scenario: remembering(scenario),
    region: remembering(region),
  };
}

function variableNames({ variables, units }: Codelists, written: string): VariableNames {
  const known = variables.get(keyOf(written));
  const unit = (text: string) => {
    const found = units.get(unitKeyOf(text));
    if (found === undefined)
      return stranger(
        'unit',
        text,
        [...units.values()].map(({ spelling }) => spelling),
        'units: in a codelist',
      );
    if (known === undefined || known.units.includes(found.ours))
      return { name: found.spelling, ours: found.ours };
    return {
      column: 'unit' as const,
      message: `${known.name} comes in ${known.units.join(' or ')}, not in ${shown(text)} (${found.ours})`,
      help: 'see what the provider changed, then correct variables: in its codelist',
    };
  };
  const names = [...variables.values()].map(({ name }) => name);
  return {
    variable: known ?? stranger('variable', written, names, 'variables: in a codelist'),
    unit: remembering(unit),
  };
}

/** Recognises the rows of a table; the result is the names, or every name that is strange. */
export function recogniser(codelists: Codelists): (written: WrittenNames) => Names | readonly Stranger[] {
  const modelOf = remembering((written) => modelNames(codelists, written));
  const variableOf = remembering((written) => variableNames(codelists, written));
  return (written) => {
    const { model, scenario: scenarioOf, region: regionOf } = modelOf(written.model);
    const { variable, unit: unitOf } = variableOf(written.variable);
    const [scenario, region, unit] = [
      scenarioOf(written.scenario),
      regionOf(written.region),
      unitOf(written.unit),
    ];
    if (
      isStranger(model) ||
      isStranger(scenario) ||
      isStranger(region) ||
      isStranger(variable) ||
      isStranger(unit)
    )
      return [model, scenario, region, variable, unit].filter(isStranger);
    return {
      model: model.name,
      scenario: scenario.name,
      region: region.name,
      variable: variable.name,
      unit: unit.name,
      ours: unit.ours,
      publications: scenario.publications,
    };
  };
}
