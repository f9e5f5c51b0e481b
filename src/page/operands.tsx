// The numbers that a number is computed from, each to be opened; the same quantity in many years folds into one line.

import type { Spot } from '../explain/types.ts';
import { operandsOf, valueAt } from '../explain/walk.ts';
import { bracketed, say } from '../render/wording.ts';
import { amountOf } from './amount.ts';
import { type Asked, useShared } from './context.ts';

/** The same quantity in so many years is one line. */
const MANY = 4;

type Open = (asked: Asked) => void;

function grouped(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${spot.slot} ${spot.cell}`;
    groups.set(key, [...(groups.get(key) ?? []), spot]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length >= MANY ? [group] : group.map((one) => [one]),
  );
}

export function Operands({ title, asked, open }: { title: string; asked: Asked; open: Open }) {
  const { graph } = useShared();
  const [first] = asked.spots;
  if (first === undefined) return null;
  const spots = asked.sum === undefined ? operandsOf(graph, first) : asked.spots;
  if (spots.length === 0) return null;
  return (
    <section class="block">
      <h3>{title}</h3>
      <ul class="operands">
        {grouped(spots).map((group) => {
          const [one] = group;
          if (one === undefined) return null;
          const key = `${one.slot} ${one.cell} ${one.time}`;
          return group.length === 1 ? (
            <li key={key}>
              <Operand spot={one} beside={first} each={asked.each} open={open} />
            </li>
          ) : (
            <li key={key}>
              <Years group={group} each={asked.each} open={open} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useParts(spot: Spot, each: number, beside = spot) {
  const { data, graph } = useShared();
  const quantity = graph.quantities[spot.slot];
  if (quantity === undefined) throw new Error(`no quantity ${spot.slot}`);
  const { text: value, unit } = amountOf(valueAt(graph, each, spot), quantity, data.language, {
    beside: valueAt(graph, each, beside),
  });
  const given = graph.givens[quantity.given[each]?.[spot.cell] ?? -1];
  const year = graph.years[quantity.over === 'base' ? graph.baseIndex : spot.time];
  return {
    quantity,
    year,
    item: quantity.itemTitles[spot.cell]?.en ?? '',
    value,
    unit,
    assumed: given?.ground?.kind === 'assumed',
  };
}

interface OperandProps {
  readonly spot: Spot;
  readonly beside: Spot;
  readonly each: number;
  readonly open: Open;
}

function Operand({ spot, beside, each, open }: OperandProps) {
  const { data, graph } = useShared();
  const { quantity, item, value, unit, assumed, year } = useParts(spot, each);
  const other =
    quantity.over === 'years' &&
    (spot.time !== beside.time || graph.quantities[beside.slot]?.over === 'base');
  return (
    <button type="button" class="operand" onClick={() => open({ each, spots: [spot] })}>
      <span class="name">
        {quantity.title.en}
        {item === '' ? '' : say(data.language, ': ', '：') + item}
        {other ? bracketed(String(year), data.language) : ''}
        <code>{quantity.name}</code>
      </span>
      <span class="amount">
        <b>{value}</b> {unit}
        {assumed ? <span class="badge">{data.words.assumed}</span> : null}
      </span>
    </button>
  );
}

function Years({ group, each, open }: { group: readonly Spot[]; each: number; open: Open }) {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return null;
  return <YearsOf group={group} first={first} last={last} each={each} open={open} />;
}

function YearsOf(props: { group: readonly Spot[]; first: Spot; last: Spot; each: number; open: Open }) {
  const { group, first, last, each, open } = props;
  const { language } = useShared().data;
  const from = useParts(first, each, last);
  const to = useParts(last, each, first);
  return (
    <details class="years">
      <summary>
        <span class="name">
          {from.quantity.title.en}
          {from.item === '' ? '' : say(language, ': ', '：') + from.item}
          {bracketed(`${from.year}–${to.year}`, language)}
          <code>{from.quantity.name}</code>
        </span>
        <span class="amount">
          <b>
            {from.value} … {to.value}
          </b>{' '}
          {to.unit}
        </span>
      </summary>
      <ul class="operands">
        {group.map((spot) => (
          <li key={spot.time}>
            {/* The year is what tells them apart. */}
            <Operand spot={spot} beside={{ ...spot, time: -1 }} each={each} open={open} />
          </li>
        ))}
      </ul>
    </details>
  );
}
