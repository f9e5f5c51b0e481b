// Sections that only show: head, targets, headline numbers, sources, and how to read.

import type { ComponentChildren } from 'preact';
import { textOf } from '../render/pieces.ts';
import type { Card } from '../render/report/types.ts';
import { filled, useShared } from './context.ts';
import { Figure, Range, Text } from './number.tsx';

/** Its heading names the section and is what the contents point to. */
export function Section(props: {
  id: string;
  title: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { id, title, lead, children } = props;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead === undefined || lead === '' ? null : <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

/** A box that scrolls by itself where its table is wider than the page. */
export function Wide({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table is no set of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <div class="wide" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

export function Contents() {
  const { words, register, decisions, backtest } = useShared().data;
  const entries = [
    ['targets', words.targets],
    ['headlines', words.headlines],
    ['charts', words.charts],
    ...(register === undefined ? [] : [['register', words.register]]),
    ...(decisions === undefined ? [] : [['decisions', words.decisions]]),
    ['reconciliation', words.reconciliation],
    ...(backtest === undefined ? [] : [['backtest', words.backtest]]),
    ['disclosure', words.disclosure],
    ['assumptions', words.assumptions],
    ['sources', words.sources],
    ['guide', words.guideInShort],
  ];
  return (
    <nav class="contents" aria-label={words.contents}>
      <ul>
        {entries.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Cards({ title, cards }: { title: string; cards: readonly Card[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul class="cards">
        {cards.map((card, index) => (
          <li key={card.title} class={`card line-${index % 6}`}>
            {card.tag === '' ? null : <p class="tag">{card.tag}</p>}
            <h4>{card.title}</h4>
            <p>{card.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Head() {
  const { company, study, facts, notices, scenarios, strategies, words } = useShared().data;
  return (
    <>
      <header class="head">
        <p class="company">{company}</p>
        <h1>{study}</h1>
        <dl class="facts">
          {facts.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </header>
      {notices.length === 0 ? null : (
        <aside class="issues" aria-label={words.beforeReading}>
          <h2>{words.beforeReading}</h2>
          <ul>
            {notices.map((notice) => (
              <li key={textOf(notice)}>
                <Text of={notice} />
              </li>
            ))}
          </ul>
        </aside>
      )}
      <Section id="cases" title={words.inShort}>
        <Cards title={words.scenarios} cards={scenarios} />
        <Cards title={words.strategies} cards={strategies} />
      </Section>
    </>
  );
}

export function Targets() {
  const { targets, openTargets, scenarios, words } = useShared().data;
  if (targets.length + openTargets.length === 0) return null;
  return (
    <Section id="targets" title={words.targets} lead={words.targetsLead}>
      <Wide label={words.targets}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col" class="name">
                {words.strategy}
              </th>
              {scenarios.map(({ title }) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          {targets.map(({ title, goal, rows }) => (
            <tbody key={`${title} ${textOf(goal)}`}>
              <tr class="group">
                <th scope="rowgroup" colSpan={scenarios.length + 1}>
                  <span>
                    {title}{' '}
                    <small>
                      <Text of={goal} />
                    </small>
                  </span>
                </th>
              </tr>
              {rows.map(({ strategy, cells }) => (
                <tr key={strategy}>
                  <th scope="row">{strategy}</th>
                  {cells.map(({ met, reading, unit, remark }, index) => (
                    <td key={scenarios[index]?.title} class={met ? 'good' : 'bad'}>
                      <span class="sign" aria-hidden="true">
                        {met ? '✓' : '✗'}
                      </span>
                      <span class="unseen">{met ? words.met : words.missed}</span>
                      <Figure reading={reading} unit={unit} />
                      {remark.length === 0 ? null : (
                        <small>
                          <Text of={remark} />
                        </small>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Wide>
      {openTargets.length === 0 ? null : (
        <>
          <h3>{words.notQuantified}</h3>
          <dl class="pairs">
            {openTargets.map(({ title, goal, why }) => (
              <div key={title}>
                <dt>
                  {title}{' '}
                  <small>
                    <Text of={goal} />
                  </small>
                </dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Section>
  );
}

export function Evidence() {
  const { evidence, words } = useShared().data;
  if (evidence === undefined) return null;
  const { about, grades, lines } = evidence;
  return (
    <Section id="evidence" title={words.evidence} lead={about}>
      <ul class="evidence">
        {lines.map(({ title, year, shares, heaviest }) => (
          <li key={title}>
            <p>
              <b>{title}</b> <small>{year}</small>
            </p>
            <div class="shares" aria-hidden="true">
              {shares.map(({ percent }, index) =>
                percent === 0 ? null : (
                  <span class={`grade-${index}`} style={{ flexGrow: String(percent) }} key={grades[index]} />
                ),
              )}
            </div>
            <ul class="grades">
              {shares.map(({ reading }, index) => (
                <li key={grades[index]}>
                  <span class={`chip grade-${index}`} aria-hidden="true" /> {grades[index]}{' '}
                  <Figure reading={reading} />
                </li>
              ))}
            </ul>
            <small>
              {heaviest.map((one, index) => (
                <span key={textOf(one)}>
                  {index === 0 ? '' : ' · '}
                  <Text of={one} />
                </span>
              ))}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Headlines() {
  const { headlines, scenarios, words, language } = useShared().data;
  const years = headlines.reduce<readonly number[]>(
    (most, { years: own }) => (own.length > most.length ? own : most),
    [],
  );
  const ranged = headlines.some(({ rows }) =>
    rows.some(({ cells }) => cells.flat().some(({ range }) => range !== undefined)),
  );
  if (headlines.length === 0) return null;
  return (
    <Section
      id="headlines"
      title={words.headlines}
      lead={[words.headlinesLead, ...(ranged ? [words.rangeLead] : [])].join(language === 'zh' ? '' : ' ')}
    >
      <Wide label={words.headlines}>
        <table class="matrix numbers">
          <thead>
            <tr>
              <th scope="col" class="name" rowSpan={2}>
                {words.strategy}
              </th>
              {scenarios.map(({ title }) => (
                <th scope="colgroup" class="start" colSpan={years.length} key={title}>
                  {title}
                </th>
              ))}
            </tr>
            <tr>
              {scenarios.flatMap(({ title }) =>
                years.map((year, index) => (
                  <th scope="col" class={index === 0 ? 'year start' : 'year'} key={`${title} ${year}`}>
                    {year}
                  </th>
                )),
              )}
            </tr>
          </thead>
          {headlines.map(({ title, about, unit, rows }) => (
            <tbody key={title}>
              <tr class="group">
                <th scope="rowgroup" colSpan={1 + scenarios.length * years.length}>
                  <span title={about}>
                    {title} <small>{unit}</small>
                  </span>
                </th>
              </tr>
              {rows.map(({ strategy, cells }) => (
                <tr key={strategy}>
                  <th scope="row">{strategy}</th>
                  {cells.flatMap((readings, place) =>
                    readings.map((reading, index) => (
                      <td
                        key={`${scenarios[place]?.title} ${years[index]}`}
                        class={index === 0 ? 'start' : ''}
                        colSpan={readings.length === 1 ? years.length : 1}
                      >
                        <Figure reading={reading} unit={unit} />
                        <Range reading={reading} unit={unit} />
                      </td>
                    )),
                  )}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Wide>
    </Section>
  );
}

export function Sources() {
  const { sources, words } = useShared().data;
  return (
    <Section id="sources" title={words.sources}>
      <ol class="sources">
        {sources.map(({ name, values }) => (
          <li key={name}>
            {name} <small>{filled(words.sourceValues, { n: values })}</small>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Guide() {
  const { guide, words } = useShared().data;
  return (
    <Section id="guide" title={words.guide}>
      <dl class="guide">
        {guide.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
