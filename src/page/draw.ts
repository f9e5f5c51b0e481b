// Draws a chart: Vega with its interpreter, which needs no eval and so keeps to the policy of the page.

import { parse, type Spec, View, Warn } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';

/** What a mark says to whoever points at it. */
export interface Told {
  readonly name: string;
  readonly year?: string | undefined;
  readonly value?: string | undefined;
}

type Tell = (told: Told | undefined, x: number, y: number) => void;

function toldBy(value: unknown): Told | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: Partial<Record<string, unknown>> = { ...value };
  const text = (key: string): string | undefined =>
    found[key] === undefined ? undefined : String(found[key]);
  const name = text('name');
  return name === undefined ? undefined : { name, year: text('year'), value: text('value') };
}

/** Letters must be there before texts are measured. */
async function letters(): Promise<void> {
  await Promise.all(
    ['Board Latin', 'Board Chinese'].flatMap((family) =>
      ['400', '700'].map((weight) => document.fonts.load(`${weight} 16px '${family}'`, 'A气')),
    ),
  );
}

/**
 * Draws into an element.
 * @returns what removes the drawing
 */
export async function drawChart(place: HTMLElement, spec: object, tell: Tell): Promise<() => void> {
  await letters();
  // Vega writes into the rows that it is given, and other charts of the page draw the same ones.
  const own = structuredClone(spec) as Spec;
  const view = new View(parse(own, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: place,
    logLevel: Warn,
    // Points over the years of lines show under the pointer alone.
    hover: true,
    // A view that ends says so without an event.
    tooltip: (_, event: MouseEvent | null, __, value) => {
      tell(toldBy(value), event?.clientX ?? 0, event?.clientY ?? 0);
    },
  });
  await view.runAsync();
  return () => view.finalize();
}
