/**
 * The distributions of the document compiled to columns for the hot loop: a
 * sample is a switch over a byte and allocates nothing. Where it is cheap, a
 * sample is the monotone inverse transform of one uniform, which keeps two
 * runs with the same luck as close as their distributions are.
 *
 * Salts used by one sample: `salt` alone for exponential, lognormal, uniform,
 * hyperexponential and empirical; salt … salt + shape − 1 (at most salt + 3)
 * for Erlang; salt … salt + 2 for gamma, whose rare further trials flip the
 * top six bits of the salt instead. So samples whose salts are 4 apart and
 * below 2^26 never share a draw.
 */
import type { Distribution } from '../../architecture/distribution';
import { exponentialFunction } from './exponential';
import { gammaVariate } from './gamma';
import { naturalLogarithm } from './logarithm';
import { normalQuantile } from './normal-quantile';
import { uniform } from './random';

/** Where a draw leaves its value: a number that a large function returns is boxed, a cell's is not. */
export const drawn = new Float64Array(1);

const Kind = {
  constant: 0,
  exponential: 1,
  erlang: 2,
  gamma: 3,
  lognormal: 4,
  hyperexponential: 5,
  uniform: 6,
  empirical: 7,
} as const;

/** Up to this shape Erlang is the logarithm of a product of uniforms; beyond it gamma is cheaper. */
const erlangShapeMax = 4;

/** Leaves an exponential of mean 1 in `drawn`. */
export function drawExponential(
  key: number,
  requestNumber: number,
  position: number,
  salt: number,
): void {
  drawn[0] = -naturalLogarithm(1 - uniform(key, requestNumber, position, salt));
}

export class DistributionTable {
  kinds = new Uint8Array(16);
  /** Parameters per handle; what they mean is said in `compile`. */
  first = new Float64Array(16);
  second = new Float64Array(16);
  /** Range of the handle's knots: branches or quantiles. */
  private knotStart = new Int32Array(16);
  private knotEnd = new Int32Array(16);
  /** Cumulative probability of each knot, and its mean or value. */
  private knotP = new Float64Array(64);
  private knotValue = new Float64Array(64);
  private knotCount = 0;
  private handleCount = 0;
  private readonly handleOf = new Map<string, number>();

  /** Returns the handle to sample by; identical distributions share one. */
  add(distribution: Distribution): number {
    const identity = JSON.stringify(distribution);
    const known = this.handleOf.get(identity);
    if (known !== undefined) return known;
    if (this.handleCount === this.kinds.length) this.growHandles();
    const handle = this.handleCount++;
    this.compile(handle, distribution);
    this.handleOf.set(identity, handle);
    return handle;
  }

  /** A value of the distribution: a pure function of its arguments. */
  sample(
    handle: number,
    key: number,
    requestNumber: number,
    position: number,
    salt: number,
  ): number {
    this.draw(handle, key, requestNumber, position, salt);
    return drawn[0] as number;
  }

  /** Leaves a sample in `drawn`. */
  draw(handle: number, key: number, requestNumber: number, position: number, salt: number): void {
    const kind = this.kinds[handle] as number;
    const first = this.first[handle] as number;
    if (kind === Kind.exponential) {
      drawExponential(key, requestNumber, position, salt);
      drawn[0] = first * (drawn[0] as number);
    } else if (kind === Kind.constant) {
      drawn[0] = first;
    } else {
      drawn[0] = this.sampleOther(handle, key, requestNumber, position, salt);
    }
  }

  private sampleOther(
    handle: number,
    key: number,
    requestNumber: number,
    position: number,
    salt: number,
  ): number {
    const kind = this.kinds[handle] as number;
    const first = this.first[handle] as number;
    if (kind === Kind.gamma) {
      return (
        first * gammaVariate(this.second[handle] as number, key, requestNumber, position, salt)
      );
    }
    const u = uniform(key, requestNumber, position, salt);
    switch (kind) {
      case Kind.lognormal:
        return exponentialFunction(first + (this.second[handle] as number) * normalQuantile(u));
      case Kind.uniform:
        return first + (this.second[handle] as number) * u;
      case Kind.hyperexponential:
        return this.sampleBranches(handle, u);
      case Kind.empirical:
        return this.sampleQuantiles(handle, u);
      default: {
        let product = 1 - u;
        const shape = this.second[handle] as number;
        for (let i = 1; i < shape; i++) {
          product *= 1 - uniform(key, requestNumber, position, salt + i);
        }
        return first * -naturalLogarithm(product);
      }
    }
  }

  private sampleBranches(handle: number, u: number): number {
    const last = (this.knotEnd[handle] as number) - 1;
    let i = this.knotStart[handle] as number;
    let below = 0;
    while (i < last && u >= (this.knotP[i] as number)) below = this.knotP[i++] as number;
    // Given its branch, u is uniform over the branch's share of (0, 1).
    const rest = ((this.knotP[i] as number) - u) / ((this.knotP[i] as number) - below);
    return (this.knotValue[i] as number) * -naturalLogarithm(rest);
  }

  private sampleQuantiles(handle: number, u: number): number {
    const start = this.knotStart[handle] as number;
    const end = this.knotEnd[handle] as number;
    if (u <= (this.knotP[start] as number)) return this.knotValue[start] as number;
    let low = start;
    let high = end;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.knotP[middle] as number) < u) low = middle;
      else high = middle;
    }
    const value = this.knotValue[low] as number;
    if (high === end) return value;
    const p = this.knotP[low] as number;
    const share = (u - p) / ((this.knotP[high] as number) - p);
    return value + share * ((this.knotValue[high] as number) - value);
  }

  private compile(handle: number, distribution: Distribution): void {
    switch (distribution.kind) {
      case 'constant':
        this.set(handle, Kind.constant, distribution.value, 0);
        break;
      case 'exponential':
        this.set(handle, Kind.exponential, distribution.mean, 0);
        break;
      case 'uniform':
        this.set(handle, Kind.uniform, distribution.min, distribution.max - distribution.min);
        break;
      case 'erlang':
        this.compileErlang(handle, distribution.mean, distribution.shape);
        break;
      case 'gamma':
        this.compileGamma(handle, distribution.mean, distribution.cv);
        break;
      case 'lognormal':
        this.compileLognormal(handle, distribution.mean, distribution.cv);
        break;
      case 'hyperexponential':
        this.compileBranches(handle, distribution.branches);
        break;
      case 'empirical':
        this.compileQuantiles(handle, distribution.quantiles);
        break;
    }
  }

  private set(handle: number, kind: number, first: number, second: number): void {
    this.kinds[handle] = kind;
    this.first[handle] = first;
    this.second[handle] = second;
  }

  /** first: scale, second: shape. */
  private compileErlang(handle: number, mean: number, shape: number): void {
    const kind =
      shape === 1 ? Kind.exponential : shape <= erlangShapeMax ? Kind.erlang : Kind.gamma;
    this.set(handle, kind, mean / shape, shape);
  }

  /** first: scale, second: shape. */
  private compileGamma(handle: number, mean: number, cv: number): void {
    this.set(handle, Kind.gamma, mean * cv * cv, 1 / (cv * cv));
  }

  /** first: mean of the logarithm, second: its standard deviation. */
  private compileLognormal(handle: number, mean: number, cv: number): void {
    const variance = naturalLogarithm(1 + cv * cv);
    this.set(handle, Kind.lognormal, naturalLogarithm(mean) - variance / 2, Math.sqrt(variance));
  }

  private compileBranches(
    handle: number,
    branches: readonly { probability: number; mean: number }[],
  ): void {
    this.set(handle, Kind.hyperexponential, 0, 0);
    this.knotStart[handle] = this.knotCount;
    let below = 0;
    for (const branch of branches) {
      below += branch.probability;
      this.addKnot(below, branch.mean);
    }
    // The probabilities sum to 1 within rounding.
    this.knotP[this.knotCount - 1] = 1;
    this.knotEnd[handle] = this.knotCount;
  }

  private compileQuantiles(
    handle: number,
    quantiles: readonly { p: number; value: number }[],
  ): void {
    this.set(handle, Kind.empirical, 0, 0);
    this.knotStart[handle] = this.knotCount;
    for (const { p, value } of quantiles) this.addKnot(p, value);
    this.knotEnd[handle] = this.knotCount;
  }

  private addKnot(p: number, value: number): void {
    if (this.knotCount === this.knotP.length) {
      this.knotP = grown(this.knotP, new Float64Array(this.knotCount * 2));
      this.knotValue = grown(this.knotValue, new Float64Array(this.knotCount * 2));
    }
    this.knotP[this.knotCount] = p;
    this.knotValue[this.knotCount] = value;
    this.knotCount++;
  }

  private growHandles(): void {
    const capacity = this.handleCount * 2;
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.first = grown(this.first, new Float64Array(capacity));
    this.second = grown(this.second, new Float64Array(capacity));
    this.knotStart = grown(this.knotStart, new Int32Array(capacity));
    this.knotEnd = grown(this.knotEnd, new Int32Array(capacity));
  }
}

function grown<Column extends Uint8Array | Int32Array | Float64Array>(
  from: Column,
  into: Column,
): Column {
  into.set(from);
  return into;
}
