// What a file says of an input: as written, by whom or why, how far it may be off, what it replaced.

import type { GivenBy } from '../explain/types.ts';
import { bracketed, say } from '../render/wording.ts';
import { filled, useShared } from './context.ts';
import { Pairs } from './pairs.tsx';

export function Given({ given }: { given: GivenBy }) {
  const { language, words } = useShared().data;
  const { ground, written, layer, at, note, range, proxy, replaces } = given;
  const assumed = ground?.kind === 'assumed';
  const pairs: readonly (readonly [label: string, text: string | undefined])[] = [
    [words.written, written],
    ground?.kind === 'source'
      ? [words.source, ground.name + (ground.place === '' ? '' : say(language, ', ', '，') + ground.place)]
      : [words.reason, ground?.why],
    [words.derived, ground?.kind === 'source' ? ground.derived : undefined],
    [words.range, range],
    [words.proxy, proxy],
    [words.note, note],
    [words.layer, layer],
    [words.file, `${at.file}:${at.line}`],
    ...replaces.map(
      (old) =>
        [
          words.replaces,
          old.written +
            bracketed(`${old.layer}${say(language, ', ', '，')}${old.at.file}:${old.at.line}`, language),
        ] as const,
    ),
  ];
  return (
    <section class={assumed ? 'block assumed' : 'block'}>
      <h3>
        {words.given}
        {assumed ? (
          <span class="badge">
            {words.assumed} · {filled(words.confidence, { n: words[ground.confidence] })}
          </span>
        ) : null}
      </h3>
      <Pairs pairs={pairs.flatMap(([label, text = '']) => (text === '' ? [] : [[label, text] as const]))} />
    </section>
  );
}
