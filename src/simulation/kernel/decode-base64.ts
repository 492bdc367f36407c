const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What each character stands for; what is no digit, padding among it, stands for nothing. */
const values = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, digits.indexOf(String.fromCharCode(code))),
);

/** The bytes of a text in base64, in every engine: only pages have `atob`, only Node has `Buffer`. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const paddingLength = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - paddingLength);
  const valueAt = (i: number) => values[text.charCodeAt(i)];
  for (let i = 0, at = 0; i < text.length; i += 4) {
    const bits =
      (valueAt(i) << 18) | (valueAt(i + 1) << 12) | (valueAt(i + 2) << 6) | valueAt(i + 3);
    // A typed array keeps the low byte of each, and nothing beyond its end.
    bytes[at++] = bits >> 16;
    bytes[at++] = bits >> 8;
    bytes[at++] = bits;
  }
  return bytes;
}
