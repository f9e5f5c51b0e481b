// Sections of tables, each with its sentence: what decisions rest on, and the model against what was published.

import type { TableBlock } from '../render/report/types.ts';
import { useShared } from './context.ts';
import { Section, Wide } from './sections.tsx';

export function Decisions() {
  const { decisions, words } = useShared().data;
  return <Tables id="decisions" title={words.decisions} block={decisions} />;
}

export function Backtest() {
  const { backtest, words } = useShared().data;
  return <Tables id="backtest" title={words.backtest} block={backtest} />;
}

/** What is as short as two numbers or a name stays on one line; a Chinese character takes the room of two letters. */
const isShort = (text: string): boolean => text.replace(/[\u2e80-\uffef]/gu, 'xx').length <= 22;

function Tables(props: { id: string; title: string; block: TableBlock | undefined }) {
  const { id, title: heading, block } = props;
  if (block === undefined) return null;
  return (
    <Section id={id} title={heading} lead={block.about}>
      {block.tables.map(({ title, lead, head, rows }) => (
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
                    <th scope="row" class={isShort(first) ? 'figure' : ''}>
                      {first}
                    </th>
                    {cells.map((text, index) => (
                      <td key={head[index + 1]} class={isShort(text) ? 'figure' : ''}>
                        {text}
                      </td>
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
