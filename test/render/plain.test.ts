// Texts of files as one plain line: what could hide or reverse something never comes through, and everything else does.

import { expect, it } from 'vitest';
import { plain } from '../../src/render/wording.ts';

const MOST = 0x1ffff;
const characters = Array.from({ length: MOST + 1 }, (_, code) => String.fromCodePoint(code));

it('keeps every letter and mark, makes a blank of every space, and drops what nobody sees', () => {
  const keptOf = (character: string): string => {
    if (/\s/u.test(character)) return ' ';
    return /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(character) ? '' : character;
  };
  const wrong = characters.filter(
    (character) => plain(`one${character}two`) !== `one${keptOf(character)}two`,
  );
  expect(wrong).toEqual([]);
});

it('leaves one blank between words and none at the ends', () => {
  expect(['', ' ', 'one', ' one', 'one ', 'one  two', '一 二', '\none\ttwo\n'].map(plain)).toEqual([
    ...['', '', 'one', 'one', 'one', 'one two', '一 二', 'one two'],
  ]);
});
