// A number that was asked for: what it is called, and how it is written, as it was read and with all that counts.

import { shown } from '../explain/text.ts';
import { valueAt } from '../explain/walk.ts';
import { scaled } from '../render/charts/units.ts';
import { say } from '../render/wording.ts';
import { amountOf } from './amount.ts';
import { type Asked, useShared } from './context.ts';

/** What a number is called in the path. */
export function useTitle() {
  const { data, graph } = useShared();
  return ({ spots, sum, account }: Asked): string => {
    if (account !== undefined) return account.title;
    if (sum !== undefined) return sum.title;
    const [spot] = spots;
    const quantity = graph.quantities[spot?.slot ?? -1];
    const item = quantity?.itemTitles[spot?.cell ?? -1]?.en ?? '';
    return (quantity?.title.en ?? '') + (item === '' ? '' : say(data.language, ': ', '：') + item);
  };
}

export interface Amount {
  readonly text: string;
  readonly unit: string;
  /** In the declared unit; empty where the text says it. */
  readonly exact: string;
}

/** Powers of ten at one of which a unit takes any name that tables give it. */
const SIZES = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** A number of the models; one that was not read on the page, or is another one by now, is written anew. */
export function useAmount() {
  const { data, graph } = useShared();
  const { language } = data;
  return ({ each, spots, sum, text: read, unit: beside = '', percentiles, grade }: Asked): Amount => {
    const quantity = graph.quantities[spots[0]?.slot ?? -1];
    if (quantity === undefined) return { text: read ?? '', unit: beside, exact: '' };
    const total = spots.reduce((all, one) => all + valueAt(graph, each, one), 0);
    const { text, unit } = amountOf(total, quantity, language);
    const exact = `${text} ${unit}`.trim();
    if (percentiles !== undefined || grade !== undefined)
      return { text: read ?? '', unit: beside, exact: '' };
    // A number in percent says so itself, or its table does.
    if (read !== undefined) return { text: read, unit: read.includes('%') ? '' : beside, exact };
    if (sum !== undefined) return { text: shown(total / sum.factor), unit: sum.unit, exact };
    return { text, unit, exact: '' };
  };
}

/**
 * The same number of another case or year, in the unit and with the decimals in which the first was read; plain where tables have no
 * such unit.
 */
export function useRewritten() {
  const { data, graph } = useShared();
  return ({ text: read, unit = '', ...asked }: Asked): Asked => {
    const quantity = graph.quantities[asked.spots[0]?.slot ?? -1];
    if (read === undefined || quantity === undefined) return asked;
    const name = read.includes('%') ? '%' : unit;
    const found = SIZES.map((size) => scaled(quantity.unit, size, data.language)).find(
      (one) => one.name === name,
    );
    if (found === undefined) return asked;
    const [number = ''] = /[\d.,]+/.exec(read) ?? [];
    const total = asked.spots.reduce((all, one) => all + valueAt(graph, asked.each, one), 0);
    const value = total / quantity.factor / found.factor;
    const digits = number.split('.')[1]?.length ?? 0;
    const size = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const text = read.replace(/[−-]?[\d.,]+/, value.toLocaleString('en', size).replace('-', '−'));
    return { ...asked, text, unit };
  };
}
