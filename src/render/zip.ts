// Files in a zip, the same bytes for the same files: one after the other as they are given, all of one day.

/** Packs bytes as raw deflate. */
export type Deflate = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

export interface ZipFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Is packed already and would grow no smaller. */
  readonly packed: boolean;
}

/** What every browser and Node have; slow for many small files. */
const streamed: Deflate = async (bytes) => {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version of the format that a reader must know, and by which we write. */
const VERSION = 20;
/** Paths are UTF-8. */
const UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;
const MIDNIGHT = 0;
/** 1 January 1980, the earliest day that a zip can name. */
const DAY = 0x0021;

const POLYNOMIAL = 0xedb88320;
const CRC = Uint32Array.from({ length: 0x100 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? POLYNOMIAL : 0);
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let rest = -1;
  for (let index = 0; index < bytes.length; index++)
    rest = (rest >>> 8) ^ (CRC[(rest ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  return ~rest >>> 0;
}

/** Numbers of two and of four bytes, least byte first. */
const two = (number: number): readonly number[] => [number & 0xff, (number >>> 8) & 0xff];
const four = (number: number): readonly number[] => [...two(number), ...two(number >>> 16)];

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** @param deflate another way to the same bytes; a caller who knows a faster one gives it */
export async function zipped(files: readonly ZipFile[], deflate = streamed): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const { path, content, packed } of files) {
    const bytes = typeof content === 'string' ? encoder.encode(content) : Uint8Array.from(content);
    const name = encoder.encode(path);
    const data = packed ? bytes : await deflate(bytes);
    const about = [
      ...[...two(VERSION), ...two(UTF8), ...two(packed ? STORED : DEFLATED), ...two(MIDNIGHT), ...two(DAY)],
      ...[...four(crc32(bytes)), ...four(data.length), ...four(bytes.length), ...two(name.length), ...two(0)],
    ];
    locals.push(Uint8Array.from([...four(LOCAL), ...about]), name, data);
    // No comment, first disk, no attributes.
    const rest = [...two(0), ...two(0), ...two(0), ...four(0), ...four(offset)];
    centrals.push(Uint8Array.from([...four(CENTRAL), ...two(VERSION), ...about, ...rest]), name);
    offset += four(LOCAL).length + about.length + name.length + data.length;
  }
  const directory = joined(centrals);
  const [count, size] = [two(files.length), four(directory.length)];
  const end = [...four(END), ...two(0), ...two(0), ...count, ...count, ...size, ...four(offset), ...two(0)];
  return joined([...locals, directory, Uint8Array.from(end)]);
}
