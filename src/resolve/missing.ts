// Inputs without a value, said once each, whatever the number of scenarios and strategies that lack it.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import type { Resolution } from './inputs.ts';
import type { Case, Program, Quantity } from './types.ts';

/** One message an input, whatever the number of cases that lack it. */
export function reportMissing(
  resolutions: readonly {
    readonly scenario: Case['scenario'];
    readonly strategy: Case['strategy'];
    readonly resolution: Resolution;
  }[],
  program: Program,
  diagnostics: Diagnostic[],
): void {
  const names = new Set(resolutions.flatMap(({ resolution }) => [...resolution.missing.keys()]));
  for (const name of names) {
    const quantity = program.quantities.get(name);
    if (quantity?.kind !== 'input') continue;
    const lacking = resolutions.filter(({ resolution }) => resolution.missing.has(name));
    const elements = [
      ...new Set(lacking.flatMap(({ resolution }) => resolution.missing.get(name)?.elements ?? [])),
    ].filter((element) => element !== '');
    const given = lacking
      .map(({ resolution }) => resolution.missing.get(name)?.given)
      .find((span) => span !== undefined);
    const inAll = lacking.length === resolutions.length;
    const where = inAll
      ? ''
      : ` in ${lacking.map(({ scenario, strategy }) => `${scenario.name} / ${strategy.name}`).join(', ')}`;
    diagnostics.push(
      error(
        'input/missing',
        `${name} has no value${elements.length === 0 ? '' : ` for ${few(elements)}`}${where}`,
        given ?? quantity.span,
        {
          also: given === undefined ? [] : [{ span: quantity.span, text: 'declared here' }],
          help: `give it one in a ${quantity.setBy} file: ${name}: ${spellValue(quantity, elements)}`,
        },
      ),
    );
  }
}

/** As many as a person reads; a table of data has thousands. */
const FEW = 12;

const few = (texts: readonly string[]): string =>
  texts.length > FEW ? `${texts.slice(0, FEW).join(', ')}, ... (${texts.length})` : texts.join(', ');

/** How a value of a quantity is written, for the elements that lack one. */
function spellValue({ sets, unit }: Quantity, elements: readonly string[]): string {
  const amount = `...${unit.text === '1' ? '' : ` ${unit.text}`}`;
  if (sets.length === 0) return amount;
  return sets.length > 1
    ? '{ each: { ... } }'
    : `{ each: { ${few(elements.map((element) => `${element}: ${amount}`))} } }`;
}
