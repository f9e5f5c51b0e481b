// Sections of tables, each with its sentence: what decisions rest on, and the model against what was published.

import { textOf } from '../render/pieces.ts';
import type { Cell, TableBlock } from '../render/report/types.ts';
import { useShared } from './context.ts';
import { Text } from './number.tsx';
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
const isShort = (cell: Cell): boolean => textOf(cell).replace(/[\u2e80-\uffef]/gu, 'xx').length <= 22;

function Tables(props: { id: string; title: string; block: TableBlock | undefined }) {
  const { id, title: heading, block } = props;
  if (block === undefined) return null;
  return (
    <Section id={id} title={heading} lead={<Text of={block.about} />}>
      {block.tables.map(({ title, lead, head, rows }) => (
        <div key={title}>
          <h3>{title}</h3>
          {lead === '' ? null : (
            <p>
              <Text of={lead} />
            </p>
          )}
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
                  <tr key={[first, ...cells].map(textOf).join(' ')}>
                    <th scope="row" class={isShort(first) ? 'figure' : ''}>
                      <Text of={first} />
                    </th>
                    {cells.map((cell, index) => (
                      <td key={head[index + 1]} class={isShort(cell) ? 'figure' : ''}>
                        <Text of={cell} />
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
