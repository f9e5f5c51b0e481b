// What `--set name=value` says: a layer of its own above all files, with provenance "command line".
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import type { Located, Provenance, Title } from '../parse/index.ts';
import { type Amount, explainAmount, parseAmount, printAmount } from '../units/index.ts';
import { evaluate, type PlainForm } from './evaluate.ts';
import { cellsOf, type InputContext, type Laid, settable } from './inputs.ts';
import { chooseElements, NAMED, readNamed } from './place.ts';
import type { InputQuantity, ResolvedCell } from './types.ts';

interface Override {
  readonly quantity: string;
  readonly quantitySpan: Span;
  /** Only this year, if given. */
  readonly year?: number | undefined;
  /** Only these elements, at most one of each set. */
  readonly elements: readonly Located<string>[];
  readonly amount: Located<Amount>;
  readonly span: Span;
}

/** Why a value that was set holds. */
export const SET: Title = { en: 'set on the command line', zh: '在命令行中设定' };

const OVERRIDE = new RegExp(String.raw`^\s*${NAMED}\s*=\s*(.*?)\s*$`);

/** The name under which an override's text is shown in messages. */
export const overrideFile = (index: number): string => `--set ${index + 1}`;

/** Reads the texts of `--set`; two that mean the same place are an error, since nothing says which one wins. */
export function readOverrides(texts: readonly string[], diagnostics: Diagnostic[]): readonly Override[] {
  const overrides = texts.flatMap(
    (text, index) => readOverride(text, overrideFile(index), diagnostics) ?? [],
  );
  const first = new Map<string, Span>();
  for (const { quantity, year, elements, span } of overrides) {
    const place = JSON.stringify([quantity, year, elements.map(({ value }) => value).toSorted()]);
    const earlier = first.get(place);
    if (earlier === undefined) first.set(place, span);
    else
      diagnostics.push(
        error('override/twice', `${quantity} is set twice in the same place`, span, {
          also: [{ span: earlier, text: 'first here' }],
          help: 'keep one of them',
        }),
      );
  }
  for (const [index, later] of overrides.entries()) {
    const undone = overrides.slice(0, index).find((earlier) => isWhole(later, earlier));
    if (undone !== undefined)
      diagnostics.push(
        error('override/twice', `${later.quantity} is set as a whole after a part of it`, later.span, {
          also: [{ span: undone.span, text: 'of this nothing would be left' }],
          help: 'set the whole first, then the part',
        }),
      );
  }
  return overrides;
}

/** True if the one sets all that the other sets, and more. */
function isWhole(one: Override, other: Override): boolean {
  const named = new Set(other.elements.map(({ value }) => value));
  return (
    one.quantity === other.quantity &&
    (one.year === undefined || one.year === other.year) &&
    one.elements.every(({ value }) => named.has(value)) &&
    (one.year !== other.year || one.elements.length < other.elements.length)
  );
}

function readOverride(text: string, file: string, diagnostics: Diagnostic[]): Override | undefined {
  const span = { file, from: 0, to: text.length };
  const [, quantity, inside = '', value] = OVERRIDE.exec(text) ?? [];
  const amount = value === undefined ? undefined : parseAmount(value);
  if (quantity === undefined || value === undefined || amount === undefined) {
    diagnostics.push(
      value === undefined
        ? error('override/form', 'an override is written name=value', span, {
            help: 'for example --set "eu_price[2030]=140 EUR_2024/tCO2e"',
          })
        : error('value/amount', `${JSON.stringify(value)} is not a number with a unit`, span, {
            help: explainAmount(value),
          }),
    );
    return undefined;
  }
  const named = readNamed(text, quantity, inside, file);
  const [year, second] = named.years;
  if (second !== undefined) {
    diagnostics.push(
      error('override/form', 'an override holds for one year, or for all of them', second.span, {
        help: `an element is written in quotes: "${second.value}"`,
      }),
    );
    return undefined;
  }
  return {
    quantity,
    quantitySpan: named.name.span,
    year: year?.value,
    elements: named.elements,
    amount: { value: amount, span: { file, from: text.length - value.length, to: text.length } },
    span,
  };
}

/** Lays the overrides over what all files gave. */
export function layOverrides(below: Laid, overrides: readonly Override[], context: InputContext): Laid {
  if (overrides.length === 0) return below;
  const cells = new Map(below.cells);
  const faulty = new Set(below.faulty);
  for (const override of overrides) {
    const quantity = settable(override.quantity, override.quantitySpan, context, faulty);
    if (quantity === undefined) continue;
    const laid = layOverride(override, quantity, cells.get(quantity.name) ?? [], context);
    if (laid === undefined) faulty.add(quantity.name);
    else cells.set(quantity.name, laid);
  }
  return { ...below, cells, faulty };
}

/** The cells of an input with an override; undefined if the override is at fault. */
function layOverride(
  override: Override,
  quantity: InputQuantity,
  current: readonly (ResolvedCell | undefined)[],
  context: InputContext,
): readonly (ResolvedCell | undefined)[] | undefined {
  const { year, amount, span } = override;
  const instead = {
    unclear: 'set the value in the study file, by each',
    twice: 'write one override for each of them',
  };
  const chosen = chooseElements(override.elements, quantity, instead, context);
  if (chosen === undefined) return undefined;
  if (year !== undefined && (!context.years.includes(year) || quantity.over === 'base')) {
    context.diagnostics.push(
      error('override/year', `${quantity.name} has no value for ${year} to replace`, span, {
        help:
          quantity.over === 'base'
            ? `it is known for the base year alone: write ${quantity.name}=...`
            : `the study runs from ${context.years[0]} to ${context.years.at(-1)}`,
      }),
    );
    return undefined;
  }
  const provenance: Provenance = { kind: 'assumed', why: SET.en, confidence: 'low', span };
  const written = `${printAmount(amount.value)}${year === undefined ? '' : ` in ${year}`}`;
  const form: PlainForm = { form: 'amount', amount, meta: { span, written, provenance } };
  const laid = cellsOf(quantity.sets, context.sets).map((key, index) => {
    const previous = current[index];
    if (![...chosen].every(([position, element]) => key[position] === element)) return previous;
    const cell = evaluate(form, { quantity, layer: 'command line', file: span.file, previous }, context);
    if (cell === undefined) return 'faulty';
    if (year === undefined || previous === undefined) return year === undefined ? cell : undefined;
    const values = previous.values.map((value, at) =>
      context.years[at] === year ? (cell.values[at] ?? value) : value,
    );
    // The other years are still those of the files, so their sources and proxies still hold.
    const exceptions = [
      ...(previous.origin.exceptions ?? []).filter((each) => each.year !== year),
      { year, provenance },
    ];
    // What is set is set: no draw moves it.
    const spread = previous.spread && {
      ...previous.spread,
      weights: previous.spread.weights.map((weight, at) => (context.years[at] === year ? 0 : weight)),
    };
    const told = `${previous.origin.written}; on the command line ${year}: ${printAmount(amount.value)}`;
    return {
      ...previous,
      values,
      spread,
      delayed: undefined,
      origin: { ...previous.origin, written: told, exceptions },
    };
  });
  const sound = laid.filter((cell) => cell !== 'faulty');
  return sound.length < laid.length ? undefined : sound;
}
