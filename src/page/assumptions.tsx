// Every input with who says so: to be searched, and narrowed to what is assumed.

import { useId, useMemo, useState } from 'preact/hooks';
import type { AssumptionItem } from '../render/report/types.ts';
import { bracketed, say } from '../render/wording.ts';
import { filled, useShared } from './context.ts';
import { Figure } from './number.tsx';
import { Choice, Count, matches, SearchBox } from './search.tsx';
import { Section } from './sections.tsx';

const textsOf = (one: AssumptionItem): readonly string[] => [
  one.name,
  one.title,
  one.item,
  one.where,
  one.value,
  one.unit,
  ...one.origins.map(({ text }) => text),
  one.place,
  ...one.remarks,
];

/** Values of one input, in the order of the list. */
function grouped(items: readonly AssumptionItem[]): readonly (readonly AssumptionItem[])[] {
  const groups = new Map<string, AssumptionItem[]>();
  for (const one of items) groups.set(one.name, [...(groups.get(one.name) ?? []), one]);
  return [...groups.values()];
}

function Value({ one }: { one: AssumptionItem }) {
  const { language, words } = useShared().data;
  return (
    <li class={one.assumed ? 'value assumed' : 'value'}>
      <div class="what">
        {one.item === '' ? null : <p class="item">{one.item}</p>}
        <Figure reading={one.reading} class="long" />
        {one.where === '' ? null : <p class="where">{one.where}</p>}
      </div>
      <div class="why">
        {one.origins.map(({ when, text, assumed, confidence }) => (
          <p key={`${when} ${text}`}>
            {when === '' ? null : (
              <b>
                {when}
                {say(language, ': ', '：')}
              </b>
            )}
            {assumed ? <span class="badge">{words.assumed}</span> : null}
            {text}
            {confidence === '' ? null : (
              <small>{bracketed(filled(words.confidence, { n: confidence }), language)}</small>
            )}
          </p>
        ))}
        {one.remarks.map((remark) => (
          <p class="remark" key={remark}>
            {remark}
          </p>
        ))}
        <p class="place">{one.place}</p>
      </div>
    </li>
  );
}

export function Assumptions() {
  const { assumptions, words } = useShared().data;
  const [search, setSearch] = useState('');
  const [layer, setLayer] = useState('');
  const [onlyAssumed, setOnlyAssumed] = useState(false);
  const id = useId();
  const layers = useMemo(() => [...new Set(assumptions.map((one) => one.layer))], [assumptions]);
  const found = useMemo(
    () =>
      assumptions.filter(
        (one) =>
          (!onlyAssumed || one.assumed) &&
          (layer === '' || one.layer === layer) &&
          matches(search, textsOf(one)),
      ),
    [assumptions, onlyAssumed, layer, search],
  );
  return (
    <Section id="assumptions" title={words.assumptions} lead={words.assumptionsLead}>
      <search class="controls">
        <SearchBox value={search} change={setSearch} />
        <Choice
          label={words.setIn}
          value={layer}
          options={[['', words.all], ...layers.map((one) => [one, one] as const)]}
          change={setLayer}
        />
        <div class="field check">
          <input
            id={id}
            type="checkbox"
            checked={onlyAssumed}
            onChange={({ currentTarget }) => setOnlyAssumed(currentTarget.checked)}
          />
          <label for={id}>{words.assumedOnly}</label>
        </div>
      </search>
      <Count text={words.valuesShown} shown={found.length} all={assumptions.length} />
      {grouped(found).map((group) => {
        const [first] = group;
        return first === undefined ? null : (
          <article class="input" key={first.name}>
            <h3>
              {first.title === '' ? first.name : first.title}{' '}
              <small>
                <code>{first.name}</code> {first.unit}
              </small>
            </h3>
            <ul>
              {group.map((one) => (
                <Value one={one} key={`${one.item}\n${one.where}\n${one.place}`} />
              ))}
            </ul>
          </article>
        );
      })}
    </Section>
  );
}
