// The open number as a question on the command line, where a draw behind one of its percentiles can be asked for too.

import { question } from '../render/question.ts';
import { type Asked, filled, useShared } from './context.ts';

/** The name that a question has for a number; undefined for a sum that only a picture makes. */
export function useQuestion({ each, spots, sum }: Asked): string | undefined {
  const { data, graph } = useShared();
  const { quantities, years, baseIndex, sums } = graph;
  const [spot] = spots;
  const own = quantities[spot?.slot ?? -1];
  if (spot === undefined || own === undefined) return undefined;
  const names = [...new Set(spots.map(({ slot }) => quantities[slot]?.name ?? ''))];
  const row = sums.find(({ quantities: added }) => added.join() === names.join());
  const whole = names.every(
    (name) =>
      spots.filter(({ slot }) => quantities[slot]?.name === name).length ===
      quantities.find((one) => one.name === name)?.items.length,
  );
  if (sum !== undefined && (!whole || (names.length > 1 && row === undefined))) return undefined;
  const yearly = spots.find(({ slot }) => quantities[slot]?.over === 'years');
  // By the names that files give, whatever the language of the page.
  const { scenario, strategy } = data.asked.cases[each] ?? {};
  const named =
    names.length > 1
      ? { quantity: row?.name ?? '' }
      : { quantity: own.name, item: sum === undefined ? own.items[spot.cell] : 'all' };
  return question(data.asked, { ...named, year: years[yearly?.time ?? baseIndex], scenario, strategy });
}

/** A command whose options are never broken at their hyphens. */
export function Command({ text }: { text: string }) {
  return (
    <pre>
      {text.split(/(--[a-z]+)/).map((part, index) =>
        part.startsWith('--') ? (
          <span key={index} class="option">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </pre>
  );
}

export function OnCommandLine({ asked }: { asked: Asked }) {
  const { data } = useShared();
  const { words } = data;
  const text = useQuestion(asked);
  if (text === undefined) return null;
  const { draws } = data.asked;
  return (
    <details class="tree question">
      <summary>{words.onCommandLine}</summary>
      <Command text={text} />
      {draws === undefined ? null : (
        <>
          <p>{filled(words.atPercentile, { n: draws.toLocaleString('en') })}</p>
          <Command text={`${text} --percentile 95`} />
        </>
      )}
    </details>
  );
}
