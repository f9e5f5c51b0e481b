// A value as a reader of the file sees it, on one line.

interface Rest {
  readonly between?: string | undefined;
  readonly before?: string | number | undefined;
  readonly after?: string | number | undefined;
  readonly settled?: number | undefined;
}

export const spell = (points: Readonly<Record<string, unknown>> | undefined): string =>
  Object.entries(points ?? {})
    .map(
      ([year, value]) =>
        `${year}: ${typeof value === 'object' && value !== null && 'is' in value ? value.is : value}`,
    )
    .join(', ');

/** How a path goes on between and outside its years, so that a reader can recompute it. */
export function spellRest({ between, before, after, settled }: Rest): string {
  const parts = [
    between === undefined || between === 'linear' ? '' : `between ${between}`,
    before === undefined ? '' : `before ${before}`,
    after === undefined ? '' : `after ${after}`,
    settled === undefined ? '' : `settled until ${settled}`,
  ];
  return parts.map((part) => (part === '' ? '' : `; ${part}`)).join('');
}

export const spellData = (value: {
  readonly from?: string | undefined;
  readonly where?: Readonly<Record<string, string | number>> | undefined;
}): string =>
  `${value.from} (${Object.entries(value.where ?? {})
    .map(([column, cell]) => `${column}: ${cell}`)
    .join(', ')})`;
