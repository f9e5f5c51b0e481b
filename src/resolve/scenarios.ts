// What a study's scenarios say of themselves, overlays named in; what rests on memory needs the study's consent.
import { type Diagnostic, didYouMean, error, type Span, warning } from '../diagnostics/index.ts';
import { keyAt, listOf, type StudyFile, spanAt } from '../parse/index.ts';
import { parseAmount, type Unit, type UnitSystem } from '../units/index.ts';
import type { World } from './layers.ts';
import type { Scenario } from './types.ts';
import { readUnit } from './units.ts';

/** The scenario as the pack names and describes it; a child says all of this itself, its parents give values only. */
export function describe({ chain, overlays }: World, units: UnitSystem, diagnostics: Diagnostic[]): Scenario {
  const file = chain.at(-1);
  if (file === undefined) throw new Error('a scenario without a file');
  const { content, spans } = file;
  const over = overlays.map((overlay) => overlay.content);
  if (content.provider !== undefined && content.licence === undefined)
    diagnostics.push(
      error(
        'scenario/licence',
        `${content.scenario} names a provider and no licence`,
        keyAt(spans, 'provider'),
        {
          help: 'add licence: what the provider allows, and how it wants to be named',
        },
      ),
    );
  const titles = [content.title, ...over.map(({ title }) => title)];
  const memory = [...chain, ...overlays].flatMap((each) => each.content.unsourced ?? []);
  return {
    name: [content.scenario, ...over.map(({ overlay }) => overlay)].join(', '),
    title: { en: titles.map(({ en }) => en).join(', '), zh: titles.map(({ zh }) => zh).join('，') },
    provider: content.provider,
    vintage: content.vintage,
    licence: content.licence,
    retrieved: content.retrieved,
    unsourced: memory.length === 0 ? undefined : memory.join('; '),
    narrative: content.narrative,
    kind: content.kind,
    course: content.course,
    temperature: temperatureOf(content.temperature, spanAt(spans, 'temperature'), units, diagnostics),
    because: [content.because, ...over.map(({ because }) => because)].join(' '),
    parents: chain
      .slice(0, -1)
      .map((parent) => parent.content.scenario)
      .toReversed(),
    overlays: over.map(({ overlay }) => overlay),
  };
}

/** A difference of temperature alone, no rate of it. */
const isTemperature = ({ dimension: { Temperature, ...others } }: Unit): boolean =>
  Temperature === 1 && Object.values(others).every((exponent) => exponent === 0);

function temperatureOf(
  written: string | number | undefined,
  span: Span,
  units: UnitSystem,
  diagnostics: Diagnostic[],
): number | undefined {
  if (written === undefined) return undefined;
  const amount = parseAmount(String(written));
  const unit = amount === undefined ? undefined : readUnit(units, amount.unit, span, diagnostics);
  if (amount !== undefined && unit !== undefined && isTemperature(unit)) return amount.number * unit.factor;
  if (amount === undefined || unit !== undefined)
    diagnostics.push(
      error('value/unit', 'the warming of a scenario is a difference of temperature', span, {
        help: 'write for example 1.5 K',
      }),
    );
  return undefined;
}

/** Scenarios that rest on memory: an error unless the study accepts them by name, and then a warning. */
export function checkUnsourced(
  study: StudyFile,
  described: readonly { readonly scenario: Scenario; readonly span: Span }[],
  texts: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const accepted = listOf(study.content.accepts_unsourced);
  const told = described.flatMap(({ scenario: { name, unsourced }, span }) => {
    if (unsourced === undefined) return [];
    // The modeller's own words stay as they are where no Chinese is given.
    const said = { notes: [unsourced], chinese: new Map([[unsourced, texts.get(unsourced) ?? unsourced]]) };
    if (accepted.includes(name))
      return [warning('scenario/unsourced', `${name} rests on numbers without a source`, span, said)];
    const list = /[,:]/.test(name) ? `["${name}"]` : `[${name}]`;
    const help = `leave it out, or accept that: accepts_unsourced: ${list}`;
    return [
      error('scenario/unsourced', `${name} rests on numbers without a source`, span, { ...said, help }),
    ];
  });
  const unsourced = described.flatMap(({ scenario }) =>
    scenario.unsourced === undefined ? [] : scenario.name,
  );
  const strange = accepted.flatMap((name, index) => {
    if (unsourced.includes(name)) return [];
    const { spans, content } = study;
    const single = typeof content.accepts_unsourced === 'string';
    const span = single ? spanAt(spans, 'accepts_unsourced') : spanAt(spans, 'accepts_unsourced', index);
    const message = `no scenario of the study named ${name} rests on numbers without a source`;
    return [error('name/unknown', message, span, { help: didYouMean(name, unsourced) ?? 'leave it out' })];
  });
  return [...told, ...strange];
}
