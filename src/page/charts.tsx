// Charts, drawn one after the other so that the page can be used meanwhile; below each its numbers as a table.

import { useEffect, useRef, useState } from 'preact/hooks';
import { unitBehind } from '../render/charts/units.ts';
import { textOf } from '../render/pieces.ts';
import type { Figure as FigureData } from '../render/report/types.ts';
import { say } from '../render/wording.ts';
import { useShared } from './context.ts';
import { drawChart, type Told } from './draw.ts';
import { Figure, Text } from './number.tsx';
import { Section, Wide } from './sections.tsx';

interface Pointed {
  readonly told: Told;
  readonly x: number;
  readonly y: number;
}

function Tip({ told, unit, x, y }: Pointed & { unit: string }) {
  const { language } = useShared().data;
  const place = useRef<HTMLDivElement>(null);
  // A style in markup would break the policy of the page; a property does not.
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const left = Math.min(x + 14, innerWidth - current.offsetWidth - 12);
    current.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, y - current.offsetHeight - 12)}px)`;
  });
  return (
    <div class="tip" role="status" ref={place}>
      <b>{told.name}</b>
      {told.value === undefined ? null : (
        <span>
          {say(language, `${told.year}: `, `${told.year} 年：`)}
          {told.value + unitBehind(unit, language)}
        </span>
      )}
    </div>
  );
}

function Numbers({ figure }: { figure: FigureData }) {
  const { language, words } = useShared().data;
  const [shown, setShown] = useState(false);
  if (figure.lines.length === 0) return null;
  return (
    <details class="data" onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
      <summary>{words.numbers}</summary>
      {shown ? (
        <Wide label={`${words.numbers}${say(language, ': ', '：')}${textOf(figure.headline)}`}>
          <table class="matrix numbers">
            <thead>
              <tr>
                <th scope="col" class="name">
                  {figure.unit}
                </th>
                {figure.head.map((text) => (
                  <th scope="col" class="year" key={text}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figure.lines.map(({ labels, readings }) => (
                <tr key={labels.join('\n')}>
                  <th scope="row">{labels.join(' · ')}</th>
                  {readings.map((reading, index) => (
                    <td key={figure.head[index]}>
                      <Figure reading={reading} unit={figure.unit} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      ) : null}
    </details>
  );
}

const PHONE = '(max-width: 560px)';

/** True while the page is as narrow as a phone. */
function usePhone(): boolean {
  const [phone, setPhone] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const told = () => setPhone(query.matches);
    query.addEventListener('change', told);
    return () => query.removeEventListener('change', told);
  }, []);
  return phone;
}

export function Chart(props: { figure: FigureData; ready: boolean; onDrawn?: () => void }) {
  const { figure, ready, onDrawn } = props;
  const { data, specs } = useShared();
  const place = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | undefined>(undefined);
  const phone = usePhone();
  const form = phone && figure.narrow !== undefined ? figure.narrow : figure;
  useEffect(() => {
    const spec = specs[form.spec];
    if (!ready || place.current === null || spec === undefined) return;
    let timer = 0;
    const tell = (told: Told | undefined, x: number, y: number) =>
      setPointed(told === undefined ? undefined : { told, x, y });
    const drawn = drawChart(place.current, spec, tell).then((remove) => {
      timer = window.setTimeout(() => onDrawn?.());
      return remove;
    });
    return () => {
      clearTimeout(timer);
      drawn.then((remove) => remove());
    };
  }, [ready, form.spec]);
  return (
    <figure class="chart">
      <figcaption>
        <h3>
          <Text of={figure.headline} unit={figure.unit} />
        </h3>
        <p>{figure.subtitle}</p>
      </figcaption>
      <Wide label={textOf(figure.headline)}>
        <div
          class={form === figure ? 'drawing' : 'drawing narrow'}
          role="img"
          aria-label={`${textOf(figure.headline)}${say(data.language, '. ', '。')}${figure.subtitle}`}
          style={{ aspectRatio: String(form.ratio) }}
        >
          {/* What stands for the drawing is its label; its hundreds of marks say nothing one by one. */}
          <div aria-hidden="true" ref={place} />
        </div>
      </Wide>
      {pointed === undefined ? null : <Tip {...pointed} unit={figure.unit} />}
      {figure.caption.length === 0 ? null : (
        <p class="caption">{figure.caption.join(say(data.language, ' ', ''))}</p>
      )}
      <Numbers figure={figure} />
    </figure>
  );
}

export function Charts() {
  const { figures, words } = useShared().data;
  const [ready, setReady] = useState(0);
  if (figures.length === 0) return null;
  return (
    <Section id="charts" title={words.charts}>
      {figures.map((figure, index) => (
        <Chart
          key={figure.name}
          figure={figure}
          ready={index <= ready}
          onDrawn={() => setReady((before) => Math.max(before, index + 1))}
        />
      ))}
    </Section>
  );
}
