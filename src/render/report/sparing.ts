// The data of the page, written sparingly and read back: a text and an account that stand in many places stand once, spots are numbers in a row.

import type { Account, ReportData } from './types.ts';

type Spot = Readonly<Record<'slot' | 'cell' | 'time', number>>;

interface Written {
  /** Texts that stand in several places. */
  readonly texts: readonly string[];
  /** Each after those inside it. */
  readonly accounts: readonly Account[];
  readonly data: ReportData;
}

const PER_SPOT = 3;
/** Shorter texts are no longer than their place in the list. */
const SHORTEST = 12;
/** Before the place of a text; no text has it, since all are plain. */
const MARK = '\uE000';

/** @param clean what makes a text harmless, and takes this file's mark out of it */
export function written(data: ReportData, clean: (text: string) => string): string {
  const counts = new Map<string, number>();
  writtenWith(data, (text) => {
    const own = clean(text);
    if (own.length >= SHORTEST) counts.set(own, (counts.get(own) ?? 0) + 1);
    return own;
  });
  const texts = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  const places = new Map(texts.map((text, place) => [text, MARK + place.toString(36)]));
  const { accounts, rest } = writtenWith(data, (text) => places.get(clean(text)) ?? clean(text));
  return `{"texts":${JSON.stringify(texts)},"accounts":[${accounts.join(',')}],"data":${rest}}`;
}

function writtenWith(data: ReportData, text: (text: string) => string) {
  const places = new Map<string, number>();
  const put = (key: string, value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (key === 'spots')
      return (value as readonly Spot[]).flatMap(({ slot, cell, time }) => [slot, cell, time]);
    if (key !== 'account' || value === undefined) return value;
    // Accounts inside this one find their places before it.
    const account = JSON.stringify(value, put);
    const place = places.get(account) ?? places.size;
    places.set(account, place);
    return place;
  };
  const rest = JSON.stringify(data, put);
  return { accounts: [...places.keys()], rest };
}

/** Reads what `written` wrote, and nothing else. */
export function read(json: string): ReportData {
  const { texts, accounts, data } = JSON.parse(json) as Written;
  const filled = (key: string, value: unknown): unknown => {
    if (typeof value === 'string')
      return value.startsWith(MARK) ? (texts[Number.parseInt(value.slice(1), 36)] ?? '') : value;
    if (key === 'spots') return spotsIn(value as readonly number[]);
    if (key === 'account') return accounts[value as number];
    if (typeof value === 'object' && value !== null) fill(value);
    return value;
  };
  const fill = (found: object): void => {
    const parts = found as Record<string, unknown>;
    for (const key in parts) parts[key] = filled(key, parts[key]);
  };
  fill(accounts);
  fill(data);
  return data;
}

const spotsIn = (row: readonly number[]): readonly Spot[] =>
  Array.from({ length: row.length / PER_SPOT }, (_, index) => {
    const [slot = 0, cell = 0, time = 0] = row.slice(index * PER_SPOT);
    return { slot, cell, time };
  });
