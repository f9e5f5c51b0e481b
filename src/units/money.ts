// Money as declared: what one unit of a currency and price year is in the reporting money. For the unit system and for messages.

/** A currency and a price year, as in `EUR_2024`. */
export interface Price {
  readonly currency: string;
  readonly year: number;
}

export interface Deflator {
  readonly from: Price;
  readonly to: Price;
  /** One `from` is this many `to`; both of one currency. */
  readonly factor: number;
}

export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly factor: number;
}

export interface MoneyTable {
  readonly reportIn: Price;
  readonly deflators: readonly Deflator[];
  readonly rates: readonly ExchangeRate[];
}

export const spellPrice = (price: Price): string => `${price.currency}_${price.year}`;

/** Reads `EUR_2024`; anything else is undefined. */
export function parsePrice(text: string): Price | undefined {
  const match = /^([A-Z]{3})_(\d{4})$/.exec(text);
  return match?.[1] === undefined ? undefined : { currency: match[1], year: Number(match[2]) };
}

/**
 * What one unit of `price` is in money of `year`: walks the deflators of its currency, each once, in either direction.
 * @returns undefined if they lead nowhere near
 */
export function deflate(price: Price, year: number, deflators: readonly Deflator[]): number | undefined {
  if (price.year === year) return 1;
  for (const deflator of deflators) {
    const { from, to, factor } = deflator;
    const forward = from.year === price.year;
    if (from.currency !== price.currency || (!forward && to.year !== price.year)) continue;
    const others = deflators.filter((other) => other !== deflator);
    const rest = deflate(forward ? to : from, year, others);
    if (rest !== undefined) return (forward ? factor : 1 / factor) * rest;
  }
  return undefined;
}

/** What the table lacks for {@link inReportingMoney}: the deflator first, since the exchange comes after it. */
export function lackingFor(price: Price, table: MoneyTable): string {
  const { currency, year } = table.reportIn;
  return deflate(price, year, table.deflators) === undefined
    ? `a deflator from ${spellPrice(price)} to ${spellPrice({ ...price, year })}`
    : `the exchange rate ${price.currency} to ${currency} of ${year}`;
}

/**
 * What one unit of `price` is in the table's reporting money: deflated in its own currency to the reporting
 * price year, then exchanged at that year's rate. One way only, since two ways give two numbers.
 * @returns undefined if the table declares no such way.
 */
export function inReportingMoney(price: Price, table: MoneyTable): number | undefined {
  const { currency, year } = table.reportIn;
  const deflated = deflate(price, year, table.deflators);
  if (deflated === undefined || price.currency === currency) return deflated;
  for (const rate of table.rates) {
    if (rate.year !== year) continue;
    if (rate.from === price.currency && rate.to === currency) return deflated * rate.factor;
    if (rate.to === price.currency && rate.from === currency) return deflated / rate.factor;
  }
  return undefined;
}
