import { expect, test } from 'vitest';
import { decodeBase64 } from '../../../src/simulation/kernel/decode-base64';

test('every byte at every place, of every length, comes back from base64', () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (let start = 0; start < 4; start++) {
    const bytes = everyByte.subarray(start);
    expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
  }
  expect(decodeBase64('')).toEqual(new Uint8Array());
});
