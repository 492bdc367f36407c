/** What the engine does in the kernel's place; all that is shared may have changed afterwards, and moved. */
import { Request } from '../layout';

@external("engine", "request")
declare function requestOf(what: i32, a: i32, b: i32, c: i32, d: i32): i32;
@inline export function request(what: Request, a: i32, b: i32 = 0, c: i32 = 0, d: i32 = 0): i32 { return requestOf(what, a, b, c, d); }

/** A sample of a distribution that the kernel does not know. */
@external("engine", "sample")
export declare function sample(distribution: i32, key: i32, number: i32, position: i32, salt: i32): f64;
/** e^x outside the range of the kernel's own. */
@external("engine", "exponential")
export declare function exponentialOfLarge(x: f64): f64;
/** Records a value for which a histogram has no room yet. */
@external("engine", "recordOutside")
export declare function recordOutside(histogram: i32, valueMs: f64): void;
@external("engine", "replicaSlowness")
export declare function replicaSlowness(replica: i32, module: i32): f64;
@external("engine", "replicaErrors")
export declare function replicaErrors(replica: i32, module: i32, rate: f64): f64;
/** For the log of all requests. */
@external("engine", "requestArrived")
export declare function requestArrived(journey: i32, number: i32, nowMs: f64): void;
@external("engine", "requestEnded")
export declare function requestEnded(journey: i32, number: i32, cause: i32, isDegraded: i32, nowMs: f64): void;
