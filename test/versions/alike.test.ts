// What `npm run versions` holds for the same: bytes, or what is packed in them, and nothing else.

import { deflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { alike } from './alike.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('texts are the same byte for byte or not at all', async () => {
  expect(await alike('run.json', bytes('{"a":1}'), bytes('{"a":1}'))).toBe('bytes');
  expect(await alike('run.json', bytes('{"a":1}'), bytes('{ "a": 1 }'))).toBe('other');
  expect(await alike('charts/a.svg', bytes('<svg/>'), undefined)).toBe('other');
});

it('archives are the same by the files in them', async () => {
  const archive = async (cell: string, compression: 'STORE' | 'DEFLATE'): Promise<Uint8Array> => {
    const zip = new JSZip();
    zip.file('sheet.xml', cell.repeat(100), { date: new Date(0) });
    return zip.generateAsync({ type: 'uint8array', compression });
  };
  const stored = await archive('1', 'STORE');
  expect(await alike('register.xlsx', stored, await archive('1', 'DEFLATE'))).toBe('decoded');
  expect(await alike('board.pptx', stored, await archive('2', 'DEFLATE'))).toBe('other');
});

it('pictures are the same by their pixels', async () => {
  /** One pixel. */
  const png = (red: number, level: number): Uint8Array => {
    const data = deflateSync(Uint8Array.of(0, red, 0, 0, 255), { level });
    const head = Buffer.alloc(25);
    head.writeUInt32BE(13, 0);
    head.write('IHDR', 4, 'latin1');
    head.writeUInt32BE(1, 8);
    head.writeUInt32BE(1, 12);
    head.set([8, 6], 16);
    const size = Buffer.alloc(8);
    size.writeUInt32BE(data.length, 0);
    size.write('IDAT', 4, 'latin1');
    const sign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    return Buffer.concat([sign, head, size, data, Buffer.alloc(4)]);
  };
  expect(await alike('charts/a.png', png(7, 0), png(7, 9))).toBe('decoded');
  expect(await alike('charts/a.png', png(7, 0), png(8, 9))).toBe('other');
});
