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

/** A text in JSON that stands for the text of its number. */
const TICKET = new RegExp(`"${MARK}([0-9a-z]+)"`, 'g');
const ticket = (number: number): string => MARK + number.toString(36);

/** @param clean what makes a text harmless, and takes this file's mark out of it */
export function written(data: ReportData, clean: (text: string) => string): string {
  // How often each text stands there is known only at the end: until then all have tickets.
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const { accounts, rest } = writtenWith(data, (text) => {
    const own = clean(text);
    if (own.length < SHORTEST) return own;
    const number = numbers.get(own) ?? numbers.size;
    numbers.set(own, number);
    counts[number] = (counts[number] ?? 0) + 1;
    return ticket(number);
  });
  const shared: string[] = [];
  const final = [...numbers.keys()].map((text, number) => {
    if (counts[number] === 1) return JSON.stringify(text);
    shared.push(text);
    return `"${ticket(shared.length - 1)}"`;
  });
  const json = `"accounts":[${accounts.join(',')}],"data":${rest}}`.replaceAll(
    TICKET,
    (_, number: string) => final[Number.parseInt(number, 36)] ?? '',
  );
  return `{"texts":${JSON.stringify(shared)},${json}`;
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
