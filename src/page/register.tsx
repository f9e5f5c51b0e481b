// The register: each risk and opportunity with its ratings and money before and after the response; searched and narrowed.

import { useMemo, useState } from 'preact/hooks';
import { textOf } from '../render/pieces.ts';
import type { RegisterItem } from '../render/report/types.ts';
import { say } from '../render/wording.ts';
import { Chart } from './charts.tsx';
import { filled, useShared } from './context.ts';
import { Figure, Text } from './number.tsx';
import { Choice, Count, matches, SearchBox } from './search.tsx';
import { Section, Wide } from './sections.tsx';

/** The five tints of the map of risks, by how far up and right a rating stands. */
const tint = ([impact, likelihood]: RegisterItem['before']['levels']): string =>
  `tint-${Math.min(5, Math.max(1, Math.ceil((impact + likelihood) / 2)))}`;

function Rating({ label, side }: { label: string; side: RegisterItem['before'] }) {
  const { language, register, words } = useShared().data;
  const unit = register?.unit ?? '';
  return (
    <div class={`rating ${tint(side.levels)}`}>
      <p class="label">{label}</p>
      <p class="bands">
        <b>{side.impact}</b> {side.likelihood} <Text of={side.chance} />
      </p>
      {side.byNumbers === '' ? null : <p class="label">{filled(words.byNumbers, { n: side.byNumbers })}</p>}
      {side.reading === undefined ? (
        <p class="amount">{words.judged}</p>
      ) : (
        <p class="amount">
          <Figure reading={side.reading} unit={unit} />
          {unit === '' ? '' : say(language, ` ${unit}`, `（${unit}）`)}
          <small>{side.scenario}</small>
        </p>
      )}
    </div>
  );
}

function Impacts({ item }: { item: RegisterItem }) {
  const { language, register } = useShared().data;
  if (item.impacts.length === 0) return null;
  return (
    <Wide label={`${item.title}${say(language, ': ', '：')}${item.impactHead[0] ?? ''}`}>
      <table class="matrix numbers">
        <thead>
          <tr>
            {item.impactHead.map((head, index) => (
              <th scope="col" class={index === 0 ? 'name' : ''} key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {item.impacts.map(({ scenario, readings }) => (
            <tr key={scenario}>
              <th scope="row">{scenario}</th>
              {readings.map((reading, index) => (
                <td key={item.impactHead[index + 1]}>
                  <Figure reading={reading} unit={register?.unit ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Row({ item }: { item: RegisterItem }) {
  const { language, words } = useShared().data;
  const kind = item.kind === 'risk' ? words.risk : words.opportunity;
  return (
    <article class={`entry ${item.kind}`}>
      <header>
        <span class="count-badge">{item.number}</span>
        <h3>{item.title}</h3>
        <p class="tags">
          <span>{kind}</span>
          <span>{item.type}</span>
          <span>{item.horizon}</span>
          <span>{item.owner}</span>
          {item.warnings.map((warning) => (
            <span class="warning" key={warning}>
              {warning}
            </span>
          ))}
        </p>
      </header>
      <div class="ratings">
        <Rating label={words.before} side={item.before} />
        {item.current === undefined ? null : <Rating label={words.today} side={item.current} />}
        <Rating label={words.after} side={item.after} />
      </div>
      <details>
        <summary>
          {words.details}
          <span class="unseen">
            {say(language, ': ', '：')}
            {item.title}
          </span>
        </summary>
        <dl class="pairs">
          {item.facts.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Text of={text} />
              </dd>
            </div>
          ))}
        </dl>
        <Impacts item={item} />
      </details>
    </article>
  );
}

const options = (all: string, values: readonly string[]) =>
  [['', all], ...[...new Set(values)].map((value) => [value, value] as const)] as const;

export function Register() {
  const { register, heatMap, language, words } = useShared().data;
  const items = register?.items ?? [];
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const [type, setType] = useState('');
  const [horizon, setHorizon] = useState('');
  const found = useMemo(
    () =>
      items.filter(
        (item) =>
          (kind === '' || item.kind === kind) &&
          (type === '' || item.type === type) &&
          (horizon === '' || item.horizon === horizon) &&
          matches(search, [item.title, item.type, item.owner, ...item.facts.flat().map(textOf)]),
      ),
    [items, kind, type, horizon, search],
  );
  if (register === undefined) return null;
  return (
    <Section
      id="register"
      title={words.register}
      lead={
        <>
          {register.about}
          {say(language, ' ', '')}
          <Text of={register.legend} />
        </>
      }
    >
      {heatMap === undefined ? null : <Chart figure={heatMap} ready={true} />}
      {register.issues.length === 0 ? null : (
        <div class="issues">
          <h3>{words.issues}</h3>
          <ul>
            {register.issues.map((issue) => (
              <li key={issue}>{issue}</li>
            ))}
          </ul>
        </div>
      )}
      <search class="controls">
        <SearchBox value={search} change={setSearch} />
        <Choice
          label={words.kind}
          value={kind}
          options={[
            ['', words.all],
            ['risk', words.risk],
            ['opportunity', words.opportunity],
          ]}
          change={setKind}
        />
        <Choice
          label={words.type}
          value={type}
          options={options(
            words.all,
            items.map((item) => item.type),
          )}
          change={setType}
        />
        <Choice
          label={words.horizon}
          value={horizon}
          options={options(
            words.all,
            items.map((item) => item.horizon),
          )}
          change={setHorizon}
        />
      </search>
      <Count text={words.rowsShown} shown={found.length} all={items.length} />
      {found.map((item) => (
        <Row item={item} key={item.number} />
      ))}
    </Section>
  );
}
