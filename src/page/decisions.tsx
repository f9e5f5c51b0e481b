// What decisions rest on: regret, expected cost, measures without regret, signposts, each a table with its sentence.

import { useShared } from './context.ts';
import { Section, Wide } from './sections.tsx';

export function Decisions() {
  const { decisions, words } = useShared().data;
  if (decisions === undefined) return null;
  return (
    <Section id="decisions" title={words.decisions} lead={decisions.about}>
      {decisions.tables.map(({ title, lead, head, rows }) => (
        <div key={title}>
          <h3>{title}</h3>
          {lead === '' ? null : <p>{lead}</p>}
          <Wide label={title}>
            <table class="matrix">
              <thead>
                <tr>
                  {head.map((text, index) => (
                    <th scope="col" class={index === 0 ? 'name' : ''} key={text}>
                      {text}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([first = '', ...cells]) => (
                  <tr key={[first, ...cells].join(' ')}>
                    <th scope="row">{first}</th>
                    {cells.map((text, index) => (
                      <td key={head[index + 1]}>{text}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </div>
      ))}
    </Section>
  );
}
