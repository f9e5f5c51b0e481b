// Where figures contradict each other, both sides in full; and, folded, where they agree.

import type { ReconciliationBlock } from '../render/report/types.ts';
import { bracketed } from '../render/wording.ts';
import { useShared } from './context.ts';
import { Figure, Text } from './number.tsx';
import { Section } from './sections.tsx';

type Group = ReconciliationBlock['groups'][number];

function Lines({ lines }: Pick<Group, 'lines'>) {
  return (
    <div class="comparisons">
      {lines.map(({ title, sides, unit, difference, because }) => (
        <article class="comparison" key={title}>
          <h4>{title}</h4>
          <ul class="sides">
            {sides.map(({ reading, about, formula }) => (
              <li key={formula}>
                <p class="amount">
                  <Figure reading={reading} unit={unit} /> {unit}
                </p>
                <p>{about}</p>
                <code>{formula}</code>
              </li>
            ))}
          </ul>
          <p class="difference">
            <Text of={difference} />
          </p>
          <p>{because}</p>
        </article>
      ))}
    </div>
  );
}

export function Reconciliation() {
  const { language, reconciliation, words } = useShared().data;
  if (reconciliation.groups.length === 0) return null;
  return (
    <Section id="reconciliation" title={words.reconciliation} lead={reconciliation.about}>
      {reconciliation.groups.map(({ title, agrees, lines }) =>
        agrees ? (
          <details class="agreeing" key={title}>
            <summary>
              {title}
              {bracketed(String(lines.length), language)}
            </summary>
            <Lines lines={lines} />
          </details>
        ) : (
          <div key={title}>
            <h3>{title}</h3>
            <Lines lines={lines} />
          </div>
        ),
      )}
    </Section>
  );
}
