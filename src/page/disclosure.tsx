// What reporting standards ask of a scenario analysis, and where the pack answers, row by row.

import type { DisclosureBlock } from '../render/report/types.ts';
import { useShared } from './context.ts';
import { Pairs } from './pairs.tsx';
import { Section } from './sections.tsx';

const SIGNS = { yes: '✓', partly: '(✓)', no: '✗' } as const;

function Point({ row, number }: { row: DisclosureBlock['rows'][number]; number: number }) {
  const { title, asks, asked, answer, answered, note, lacksTitle, lacks, shown } = row;
  const { words } = useShared().data;
  return (
    <li class="point">
      <div>
        <h4>
          {number} {title}
        </h4>
        <p>{asks}</p>
        <Pairs class="asked" pairs={asked} />
      </div>
      <div>
        <p class={`answer ${answer}`}>
          <span class="unseen">{words.answered} </span>
          <span aria-hidden="true">{SIGNS[answer]}</span> {answered}
        </p>
        {shown.length === 0 ? null : (
          <ul class="shown" aria-label={words.shownIn}>
            {shown.map(({ text, section }) => (
              <li key={text}>{section === '' ? text : <a href={`#${section}`}>{text}</a>}</li>
            ))}
          </ul>
        )}
        {note === '' ? null : <p class="remark">{note}</p>}
        {lacks === '' ? null : (
          <p class="remark">
            <b>{lacksTitle}</b> {lacks}
          </p>
        )}
      </div>
    </li>
  );
}

export function Disclosure() {
  const { disclosure, words } = useShared().data;
  const { about, standards, rows } = disclosure;
  return (
    <Section id="disclosure" title={words.disclosure} lead={about}>
      {rows.length === 0 ? null : (
        <>
          <h3>{words.inForce}</h3>
          <dl class="pairs">
            {standards.map(({ title, version, days, note }) => (
              <div key={title}>
                <dt>
                  {title} <small>{days}</small>
                </dt>
                <dd>
                  {version === '' ? words.noVersion : version}
                  {note === '' ? null : <small> {note}</small>}
                </dd>
              </div>
            ))}
          </dl>
          <h3>{words.asked}</h3>
          <ol class="points">
            {rows.map((row, index) => (
              <Point key={row.title} row={row} number={index + 1} />
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}
