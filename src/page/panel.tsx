// The explanation that is open: what a number is, its formula and what that reads, or who gave it; each operand opens further down.

import { useEffect, useMemo, useRef } from 'preact/hooks';
import { explanationText } from '../explain/text.ts';
import type { Explained } from '../explain/types.ts';
import { basisOf, walk } from '../explain/walk.ts';
import { spelled } from '../render/charts/units.ts';
import { say } from '../render/wording.ts';
import { Accounted, Counted, Percentiles } from './account.tsx';
import { useAmount, useRewritten, useTitle } from './asked.ts';
import { type Asked, filled, useShared } from './context.ts';
import { Given } from './given.tsx';
import { OnCommandLine } from './on-command-line.tsx';
import { Operands } from './operands.tsx';
import { OverYears } from './over-years.tsx';
import { Choice } from './search.tsx';

/** As `tcfd explain` prints it. */
const DEPTH = 2;

interface PanelProps {
  /** From the number that was pressed down to the one that is shown. */
  readonly trail: readonly Asked[];
  readonly setTrail: (trail: readonly Asked[]) => void;
}

export function Panel({ trail, setTrail }: PanelProps) {
  const { words } = useShared().data;
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = trail.at(-1);
  const isOpen = asked !== undefined;
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) {
      dialog.current.showModal();
      dialog.current.querySelector('h2')?.focus();
    }
    if (!isOpen && dialog.current?.open === true) dialog.current.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is one on the backdrop
    <dialog
      ref={dialog}
      class="panel"
      aria-labelledby="explained"
      onClose={() => setTrail([])}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      {asked === undefined ? null : (
        <div class="inside">
          <div class="bar">
            <p>{words.explanation}</p>
            <button type="button" class="close" aria-label={words.close} onClick={() => setTrail([])}>
              <span aria-hidden="true">✕</span>
            </button>
          </div>
          <Shown trail={trail} asked={asked} setTrail={setTrail} />
        </div>
      )}
    </dialog>
  );
}

function Path({ trail, setTrail }: PanelProps) {
  const { words } = useShared().data;
  const title = useTitle();
  if (trail.length < 2) return null;
  return (
    <nav class="path" aria-label={words.trail}>
      <ol>
        {trail.slice(0, -1).map((asked, index) => (
          <li key={index}>
            <button type="button" onClick={() => setTrail(trail.slice(0, index + 1))}>
              {title(asked)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Shown({ trail, asked, setTrail }: PanelProps & { asked: Asked }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useTitle();
  const { text, unit, exact } = useAmount()(asked);
  const depth = trail.length;
  // Who goes down or back hears and sees the new number first; who only changes the year stays at the choice.
  useEffect(() => {
    heading.current?.focus();
  }, [depth]);
  const { words } = useShared().data;
  const open = (next: Asked) => setTrail([...trail, next]);
  const { account, percentiles, grade } = asked;
  const whole = account?.exact ?? exact;
  return (
    <>
      <Path trail={trail} setTrail={setTrail} />
      <h2 id="explained" tabIndex={-1} ref={heading}>
        {title(asked)}
      </h2>
      <p class="amount-shown">
        <b>{text}</b> {unit}
        {whole === '' || whole === `${text} ${unit}`.trim() ? null : (
          <small>{filled(words.exactly, { n: whole })}</small>
        )}
      </p>
      {account !== undefined ? (
        <Accounted account={account} open={open} />
      ) : grade !== undefined ? (
        <Counted asked={asked} open={open} />
      ) : (
        <>
          <Case
            asked={asked}
            fixed={percentiles !== undefined}
            change={(changed) => setTrail([...trail.slice(0, -1), changed])}
          />
          {percentiles === undefined ? (
            <Modelled asked={asked} open={open} />
          ) : (
            <Percentiles asked={asked} open={open} />
          )}
        </>
      )}
    </>
  );
}

/** A number of the models, or a sum of several: formula or giver, and what it is computed from. */
function Modelled({ asked, open }: { asked: Asked; open: (asked: Asked) => void }) {
  const { data, graph } = useShared();
  const { words } = data;
  const { each, spots, sum } = asked;
  const { roots, numbers } = useMemo(() => walk(graph, each, spots), [graph, each, spots]);
  const basis = useMemo(() => basisOf(numbers), [numbers]);
  const [spot] = spots;
  const [rootId = ''] = roots;
  const root = numbers.get(rootId);
  if (spot === undefined || root === undefined) return null;
  return (
    <>
      {sum === undefined ? (
        <>
          <p class="about">{root.about}</p>
          <OverYears each={each} spot={spot} />
          <Computed root={root} />
          {root.given === undefined ? null : <Given given={root.given} />}
        </>
      ) : null}
      <Operands
        title={sum === undefined ? words.reads : filled(words.sumOf, { n: spots.length })}
        asked={asked}
        open={open}
      />
      <p class="basis">
        {filled(words.restsOn, {
          n: basis.inputs,
          values: basis.values,
          sourced: basis.sourced,
          assumed: basis.assumed,
        })}
      </p>
      {sum === undefined && root.computed !== undefined ? (
        <Tree asked={asked} root={rootId} numbers={numbers} />
      ) : null}
      <OnCommandLine asked={asked} />
    </>
  );
}

/** Which scenario, strategy and year; each can be changed where the number stands. */
function Case(props: { asked: Asked; fixed: boolean; change: (asked: Asked) => void }) {
  const { asked, fixed } = props;
  const { data, graph } = useShared();
  const rewritten = useRewritten();
  const change = (changed: Asked) => props.change(rewritten(changed));
  const { words } = data;
  const { cases, years, quantities, baseIndex } = graph;
  const here = cases[asked.each];
  const choose = (scenario: string, strategy: string) => {
    const each = cases.findIndex((one) => one.scenario === scenario && one.strategy === strategy);
    if (each >= 0) change({ ...asked, each });
  };
  const named = (names: readonly string[], titles: readonly { readonly title: string }[]) =>
    [...new Set(names)]
      .map((name, index) => [name, titles[index]?.title ?? name] as const)
      .filter(([name]) => !fixed || name === here?.scenario || name === here?.strategy);
  const yearly = asked.spots.filter(({ slot }) => quantities[slot]?.over === 'years');
  const time = yearly[0]?.time ?? baseIndex;
  const sameYear = yearly.every((spot) => spot.time === time);
  return (
    <div class="controls case">
      <Choice
        label={words.scenario}
        value={here?.scenario ?? ''}
        options={named(
          cases.map(({ scenario }) => scenario),
          data.scenarios,
        )}
        change={(scenario) => choose(scenario, here?.strategy ?? '')}
      />
      <Choice
        label={words.strategy}
        value={here?.strategy ?? ''}
        options={named(
          cases.map(({ strategy }) => strategy),
          data.strategies,
        )}
        change={(strategy) => choose(here?.scenario ?? '', strategy)}
      />
      <Choice
        label={words.year}
        value={String(time)}
        options={(yearly.length > 0 && sameYear && !fixed ? years : [years[time] ?? 0]).map(
          (year) => [String(years.indexOf(year)), String(year)] as const,
        )}
        change={(next) =>
          change({
            ...asked,
            spots: asked.spots.map((spot) =>
              quantities[spot.slot]?.over === 'years' ? { ...spot, time: Number(next) } : spot,
            ),
          })
        }
      />
    </div>
  );
}

function Computed({ root }: { root: Explained }) {
  const { language, words } = useShared().data;
  if (root.computed === undefined) return null;
  const { formula, at, law } = root.computed;
  return (
    <section class="block">
      <h3>{words.formula}</h3>
      <pre>
        <code>
          {root.quantity} = {formula}
        </code>
      </pre>
      <p class="place">
        {at.file}:{at.line}
      </p>
      {law === undefined ? null : (
        <p class="law">
          <b>{words.follows}</b> {law.name}
          {law.place === '' ? '' : say(language, ', ', '，') + law.place}
        </p>
      )}
    </section>
  );
}

function Tree(props: { asked: Asked; root: string; numbers: ReadonlyMap<string, Explained> }) {
  const { asked, root, numbers } = props;
  const { graph, data } = useShared();
  const text = useMemo(() => {
    const { scenario = '', strategy = '' } = graph.cases[asked.each] ?? {};
    const whole = { study: graph.study, scenario, strategy, root, numbers, basis: basisOf(numbers) };
    return explanationText(whole, DEPTH, data.language, {
      amount: (value, unit, beside) => spelled(value, unit, data.language, beside),
      written: (text) => text,
    })
      .map((line) => line.stem + line.text)
      .join('\n');
  }, [asked, root, numbers, graph]);
  return (
    <details class="tree">
      <summary>{data.words.tree}</summary>
      <pre>{text}</pre>
    </details>
  );
}
