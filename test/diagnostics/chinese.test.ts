// Every fault can be told in Chinese: the catalogue is whole, and no saying of it stands in the way of another.

import { describe, expect, it } from 'vitest';
import { COMMON } from '../../src/diagnostics/chinese/common.ts';
import { AREAS, sayingsOf } from '../../src/diagnostics/chinese/index.ts';
import { blanksOf, type Saying, saidBy } from '../../src/diagnostics/chinese/saying.ts';
import { writtenMessages } from '../kit/source-messages.ts';
import { isSetWrongly } from '../kit/typeset.ts';

const filled = (text: string): string => text.replaceAll(/\{(\w+)\*?\}/g, '⟦$1⟧');

describe.each(Object.keys(AREAS))('%s', (area) => {
  const sayings = sayingsOf(area);
  const each = (say: (saying: Saying) => unknown): unknown =>
    sayings.flatMap((saying) => {
      const found = say(saying);
      return found === undefined ? [] : [found];
    });

  it('fills the same blanks in both languages', () => {
    const faulty = each(([english, chinese]) => {
      const [here, there] = [blanksOf(english).toSorted(), blanksOf(chinese).toSorted()];
      return here.join() === there.join() && new Set(here).size === here.length ? undefined : english;
    });
    expect(faulty).toEqual([]);
  });

  it('finds each of its sayings, no earlier one in its place', () => {
    const hidden = each(([english, chinese]) => {
      const said = saidBy(sayings, filled(english));
      return said === filled(chinese) ? undefined : [english, said];
    });
    expect(hidden).toEqual([]);
  });

  it('is set as Chinese is set', () => {
    expect(sayings.map(([, chinese]) => chinese).filter(isSetWrongly)).toEqual([]);
  });
});

it('says whatever the source writes into a fault', async () => {
  const written = await writtenMessages();
  expect(written.length).toBeGreaterThan(500);
  const sayings = (code: string | undefined): readonly Saying[] =>
    code === undefined ? [...Object.values(AREAS).flat(), ...COMMON] : sayingsOf(code);
  const missing = written
    // What is said of a file begins with its name, which is put before it elsewhere.
    .filter(({ code, text }) =>
      [text, `⟦0⟧ ${text}`].every((said) => saidBy(sayings(code), said) === undefined),
    )
    .map(({ file, code, text }) => `${file} ${code ?? '?'}: ${text}`);
  expect([...new Set(missing)]).toEqual([]);
});
