/** Data as text that an address can carry: JSON, deflated, in base64url. */

/** What stands before the code in an address. */
export const fragmentStart = '#s=';

/** What chat programs, trackers and servers let through without cutting it. */
export const codeLengthMax = 8000;

/** Rejects where the value is no plain data. */
export async function encode(value: unknown): Promise<string> {
  const bytes = await passThrough(
    new TextEncoder().encode(JSON.stringify(value)),
    new CompressionStream('deflate-raw'),
  );
  // In pieces: a call takes only so many arguments.
  let binary = '';
  for (let at = 0; at < bytes.length; at += pieceLength) {
    binary += String.fromCharCode(...bytes.subarray(at, at + pieceLength));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The value of a code; `undefined` for a damaged one. Never rejects. */
export async function decode(code: string): Promise<unknown> {
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = await passThrough(bytes, new DecompressionStream('deflate-raw'));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

const pieceLength = 8192;

/** More than any document of ours: a small code must not unfold to all of the memory. */
const lengthMax = 64 * 1024 * 1024;

async function passThrough(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // What goes wrong here goes wrong for the reader as well, who is listened to.
  void writer.write(bytes).catch(() => {});
  void writer.close().catch(() => {});
  const reader = readable.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    length += next.value.length;
    if (length > lengthMax) throw new RangeError(`More than ${lengthMax} bytes.`);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
