// Bytes as base64 without what only Node or only a browser has.

/** More arguments than this at once are too many for a call. */
const CHUNK = 0x2000;

export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + CHUNK)));
  return btoa(parts.join(''));
}
