/**
 * Random numbers that belong to the request: a pure function of (seed,
 * journey, request number, position in the journey, attempt and draw), so that
 * a customer has the same luck in every deployment and no change to one
 * service reshuffles the others. The function is Threefry-2x32 with 13 rounds,
 * the fewest that pass BigCrush (J. K. Salmon, M. A. Moraes, R. O. Dror,
 * D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
 */

/** Parity constant of the key schedule. */
const parity = 0x1bd11bda;

/** The two words (int32) that the last call of `threefry` left. */
export const block = new Int32Array(2);

/** Encrypts the counter words under the key words into `block`. */
export function threefry(key0: number, key1: number, counter0: number, counter1: number): void {
  const key2 = parity ^ key0 ^ key1;
  let x = (counter0 + key0) | 0;
  let y = (counter1 + key1) | 0;
  // Four rounds, then a word of the key; rotations 13 15 26 6, 17 29 16 24 in turn.
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key1) | 0;
  y = (y + key2 + 1) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + key2) | 0;
  y = (y + key0 + 2) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key0) | 0;
  y = (y + key1 + 3) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  block[0] = x;
  block[1] = y;
}

/**
 * The key (int32) of one stream of requests, well mixed.
 * @param seed any safe integer ≥ 0
 * @param stream int32, such as the journey's index
 */
export function streamKey(seed: number, stream: number): number {
  const high = Math.floor(seed / 4294967296);
  threefry(seed | 0, high | 0, stream | 0, 0x6b657973);
  return block[0] as number;
}

/**
 * A double in the open interval (0, 1): 52 random bits and a half, so that
 * neither end can occur and u and 1 − u are both exact.
 * @param key from `streamKey`
 * @param salt int32, made of the attempt and the draw
 */
export function uniform(
  key: number,
  requestNumber: number,
  position: number,
  salt: number,
): number {
  threefry(key, requestNumber, position, salt);
  const high = (block[0] as number) >>> 6;
  const low = (block[1] as number) >>> 6;
  return (high * 67108864 + (low + 0.5)) * 2.220446049250313e-16;
}
