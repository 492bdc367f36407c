/** The memory that is shared with the engine, see ../layout.ts. Nothing is kept anywhere else. */
import { Column, columnsAt, Real, Whole, wholesAt } from '../layout';

@inline export function real(which: Real): f64 { return load<f64>((<usize>which) << 3); }
@inline export function setReal(which: Real, value: f64): void { store<f64>((<usize>which) << 3, value); }
@inline export function whole(which: Whole): i32 { return load<i32>(<usize>wholesAt + ((<usize>which) << 2)); }
@inline export function setWhole(which: Whole, value: i32): void { store<i32>(<usize>wholesAt + ((<usize>which) << 2), value); }

@inline export function nowMs(): f64 { return real(Real.nowMs); }

/** Where a column begins: it may move whenever the engine is asked for something. */
@inline export function column(which: Column): usize { return <usize>load<u32>(<usize>columnsAt + ((<usize>which) << 2)); }

@inline export function byteAt(which: Column, i: i32): i32 { return load<u8>(column(which) + <usize>i); }
@inline export function setByte(which: Column, i: i32, value: i32): void { store<u8>(column(which) + <usize>i, value); }
@inline export function shortAt(which: Column, i: i32): i32 { return load<u16>(column(which) + ((<usize>i) << 1)); }
@inline export function setShort(which: Column, i: i32, value: i32): void { store<u16>(column(which) + ((<usize>i) << 1), value); }
@inline export function wholeAt(which: Column, i: i32): i32 { return load<i32>(column(which) + ((<usize>i) << 2)); }
@inline export function setWholeAt(which: Column, i: i32, value: i32): void { store<i32>(column(which) + ((<usize>i) << 2), value); }
@inline export function realAt(which: Column, i: i32): f64 { return load<f64>(column(which) + ((<usize>i) << 3)); }
@inline export function setRealAt(which: Column, i: i32, value: f64): void { store<f64>(column(which) + ((<usize>i) << 3), value); }

@inline export function addTo(which: Column, i: i32, amount: i32): void {
  const at = column(which) + ((<usize>i) << 2);
  store<i32>(at, load<i32>(at) + amount);
}
/** One more of what is counted in a column of doubles. */
@inline export function count(which: Column, i: i32): void {
  const at = column(which) + ((<usize>i) << 3);
  store<f64>(at, load<f64>(at) + 1);
}
@inline export function addWhole(which: Whole, amount: i32): void { setWhole(which, whole(which) + amount); }
