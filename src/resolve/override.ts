// What `--set name=value` says: a layer of its own above all files, with provenance "command line".
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import type { Located } from '../parse/index.ts';
import { type Amount, parseAmount } from '../units/index.ts';

export interface Override {
  readonly quantity: string;
  readonly quantitySpan: Span;
  /** Only this year, if given. */
  readonly year?: number | undefined;
  /** Only this element, if given. */
  readonly element?: Located<string> | undefined;
  readonly amount: Located<Amount>;
  readonly span: Span;
}

const OVERRIDE = /^\s*([a-z][a-z0-9_]*)\s*(?:\[([^\]]*)\])?\s*=\s*(.*?)\s*$/;

/** The name under which an override's text is shown in messages. */
export const overrideFile = (index: number): string => `--set ${index + 1}`;

export function readOverrides(texts: readonly string[], diagnostics: Diagnostic[]): readonly Override[] {
  return texts.flatMap((text, index): Override[] => {
    const file = overrideFile(index);
    const span = { file, from: 0, to: text.length };
    const [, quantity, inside, value] = OVERRIDE.exec(text) ?? [];
    const amount = value === undefined ? undefined : parseAmount(value);
    if (quantity === undefined || value === undefined || amount === undefined) {
      diagnostics.push(
        error('override/form', 'an override is written name=value', span, {
          help: 'for example --set "eu_price[2030]=140 EUR_2024/tCO2e"',
        }),
      );
      return [];
    }
    const place = (part: string): Span => {
      const from = Math.max(0, text.indexOf(part));
      return { file, from, to: from + part.length };
    };
    const parts = (inside ?? '')
      .split(',')
      .map((part) => part.trim().replace(/^"(.*)"$/, '$1'))
      .filter((part) => part !== '');
    const year = parts.find((part) => /^\d{4}$/.test(part));
    const element = parts.find((part) => part !== year);
    return [
      {
        quantity,
        quantitySpan: place(quantity),
        year: year === undefined ? undefined : Number(year),
        element: element === undefined ? undefined : { value: element, span: place(element) },
        amount: { value: amount, span: { file, from: text.length - value.length, to: text.length } },
        span,
      },
    ];
  });
}
