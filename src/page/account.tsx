// What a number is that no formula of the models computes: a rule with the numbers that it takes, a percentile, a share of evidence.

import { useMemo } from 'preact/hooks';
import type { Spot } from '../explain/types.ts';
import { groundIn, operandsOf } from '../explain/walk.ts';
import type { Account } from '../render/report/types.ts';
import { useAmount, useTitle } from './asked.ts';
import { type Asked, filled, useShared } from './context.ts';
import { Command, useQuestion } from './on-command-line.tsx';
import { Pairs } from './pairs.tsx';

type Open = (asked: Asked) => void;

function Part({ label, number, open }: { label: string; number: Asked; open: Open }) {
  const { text, unit } = useAmount()(number);
  return (
    <button type="button" class="operand" onClick={() => open(number)}>
      <span class="name">{label}</span>
      <span class="amount">
        <b>{text}</b> {unit}
      </span>
    </button>
  );
}

function Parts({
  title,
  of,
  open,
}: {
  title: string;
  of: readonly (readonly [string, Asked])[];
  open: Open;
}) {
  if (of.length === 0) return null;
  return (
    <section class="block">
      <h3>{title}</h3>
      <ul class="operands">
        {of.map(([label, number], index) => (
          <li key={`${label} ${index}`}>
            <Part label={label} number={number} open={open} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Accounted({ account, open }: { account: Account; open: Open }) {
  const { words } = useShared().data;
  const { about, facts, of } = account;
  return (
    <>
      <section class="block">
        <h3>{of.length === 0 ? words.whatItIs : words.formula}</h3>
        <p>{about}</p>
        <Pairs pairs={facts} />
      </section>
      <Parts
        title={words.reads}
        of={of.map(([label, number]) => [
          label,
          { ...number, unit: number.account?.unit ?? number.unit ?? '' },
        ])}
        open={open}
      />
    </>
  );
}

/** Percentiles of the draws: the question that takes each apart, and the central number. */
export function Percentiles({ asked, open }: { asked: Asked; open: Open }) {
  const { data } = useShared();
  const { words } = data;
  const title = useTitle();
  const question = useQuestion(asked);
  const { each, spots, sum, percentiles = [] } = asked;
  const central: Asked = { each, spots, sum };
  const draws = (data.asked.draws ?? 0).toLocaleString('en');
  return (
    <>
      <section class="block">
        <h3>{words.whatItIs}</h3>
        {percentiles.map((n) => (
          <p key={n}>{filled(words.percentileOf, { n, draws })}</p>
        ))}
      </section>
      <Parts title={words.centralCase} of={[[title(asked), central]]} open={open} />
      {question === undefined ? null : (
        <section class="block tree question">
          <h3>{words.onCommandLine}</h3>
          {percentiles.map((one) => (
            <Command text={`${question} --percentile ${one}`} key={one} />
          ))}
        </section>
      )}
    </>
  );
}

/** The values of one grade that numbers rest on, in every scenario with the strategy, each once. */
function useCounted({
  each,
  spots,
  grade,
}: Asked): readonly { readonly each: number; readonly spot: Spot }[] {
  const { graph } = useShared();
  return useMemo(() => {
    const { cases, quantities, givens, years, baseIndex } = graph;
    const found = new Map<string, { each: number; spot: Spot }>();
    for (const [place, one] of cases.entries()) {
      if (one.strategy !== cases[each]?.strategy) continue;
      const seen = new Set<string>();
      const queue = [...spots];
      for (let spot = queue.pop(); spot !== undefined; spot = queue.pop()) {
        const key = `${spot.slot} ${spot.cell} ${spot.time}`;
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push(...operandsOf(graph, spot));
        const quantity = quantities[spot.slot];
        const given = givens[quantity?.given[place]?.[spot.cell] ?? -1];
        if (given === undefined) continue;
        const year = years[quantity?.over === 'base' ? baseIndex : spot.time] ?? 0;
        const ground = given.later?.ground ?? groundIn(given, year);
        const own =
          ground?.kind === 'assumed' ? 'assumed' : ground?.derived === undefined ? 'sourced' : 'derived';
        const value = `${spot.slot} ${spot.cell}`;
        if (own === grade && !found.has(value)) found.set(value, { each: place, spot });
      }
    }
    return [...found.values()];
  }, [graph, each, spots, grade]);
}

/** A share of what moves a headline: the values that it counts. */
export function Counted({ asked, open }: { asked: Asked; open: Open }) {
  const { words } = useShared().data;
  const counted = useCounted(asked);
  const title = useTitle();
  const { each, spots, sum } = asked;
  return (
    <>
      <section class="block">
        <h3>{words.formula}</h3>
        <p>{words.shareOf}</p>
      </section>
      <Parts title={words.shareIn} of={[[title(asked), { each, spots, sum }]]} open={open} />
      <Parts
        title={filled(words.counts, { n: counted.length })}
        of={counted.map(({ each: place, spot }) => {
          const one = { each: place, spots: [spot] };
          return [title(one), one];
        })}
        open={open}
      />
    </>
  );
}
