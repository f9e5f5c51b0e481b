// A picture carries its own letters, each cut with the characters it draws and no others, the same bytes every time.
import { describe, expect, test } from 'vitest';
import { fontCutter } from '../../src/load/index.ts';
import { type Cut, render } from '../../src/render/index.ts';
import { findings } from './fixture.ts';

const [request] = findings.charts;
const one = { ...findings, charts: request === undefined ? [] : [request] };

async function picture(language: 'en' | 'zh', cutFont = fontCutter()): Promise<string> {
  const artifacts = await render(one, { language, cutFont });
  return String(artifacts.find(({ path }) => path.endsWith('.svg'))?.content);
}

/** What is written in a picture, by script. */
function written(svg: string): { readonly latin: string; readonly chinese: string } {
  const texts = [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, inner = '']) => inner);
  const all = [...new Set(texts.join('').replace(/<[^>]*>/g, ''))].filter((each) => !'&;'.includes(each));
  const isHan = (each: string): boolean => /\p{Script=Han}/u.test(each);
  return { latin: all.filter((each) => !isHan(each)).join(''), chinese: all.filter(isHan).join('') };
}

describe('the letters of a picture', () => {
  test('are asked for by script and weight, together all that is written', async () => {
    const asked: (Cut & { readonly characters: string })[] = [];
    const svg = await picture('zh', async (cut, characters) => {
      asked.push({ ...cut, characters });
      return new Uint8Array([1, 2, 3]);
    });
    const { latin, chinese } = written(svg);
    expect(chinese.length).toBeGreaterThan(10);
    const of = (script: string): string =>
      asked.flatMap((each) => (each.script === script ? [each.characters] : [])).join('');
    for (const character of latin) expect(of('latin') + of('chinese')).toContain(character);
    for (const character of chinese) expect(of('chinese')).toContain(character);
    expect(of('latin')).not.toMatch(/\p{Script=Han}/u);
    expect(svg.match(/@font-face/g)).toHaveLength(asked.length);
    expect(svg).toContain('data:font/ttf;base64,AQID');
  });

  test('are fonts of a few kilobytes, the same in two runs', async () => {
    const [first, second] = [await picture('en'), await picture('en')];
    expect(second).toBe(first);
    const data = [...first.matchAll(/base64,([^)]+)\)/g)].map(([, text = '']) => Buffer.from(text, 'base64'));
    expect(data.length).toBe(2);
    for (const font of data) {
      expect(font.readUInt32BE(0)).toBe(0x00010000);
      expect(font.length).toBeLessThan(20_000);
    }
  });

  test('are left out where nobody cuts them', async () => {
    const artifacts = await render(one, { language: 'en' });
    expect(artifacts.some(({ content }) => String(content).includes('@font-face'))).toBe(false);
  });

  test('of a picture in English hold no Chinese font', async () => {
    expect(await picture('en')).not.toContain("font-family:'Board Chinese'");
  });
});
