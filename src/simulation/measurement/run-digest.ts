/**
 * A hash over every completed request, in order of completion: journey, number,
 * outcome and the bits of arrival and completion time. Two runs with the same
 * digest did the same. Two lanes of 32 bits, mixed as MurmurHash3's body does.
 */
const bits = new Float64Array(2);
const words = new Uint32Array(bits.buffer);

export class RunDigest {
  high = 0x243f6a88;
  low = 0x85a308d3 | 0;

  record(journey: number, number: number, outcome: number, bornMs: number, nowMs: number): void {
    bits[0] = bornMs;
    bits[1] = nowMs;
    this.mixIn(journey, number, outcome);
  }

  private mixIn(journey: number, number: number, outcome: number): void {
    let high = mix(this.high, words[2]);
    let low = mix(this.low, words[3]);
    high = mix(high, words[1] ^ number);
    low = mix(low, words[0] ^ Math.imul((journey << 4) | outcome, 0x9e3779b1));
    this.high = (high + low) | 0;
    this.low = (low + this.high) | 0;
  }

  /** 16 hexadecimal digits. */
  text(): string {
    return hex(this.high) + hex(this.low);
  }
}

function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
