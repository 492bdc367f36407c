/** Of engine/program. */
export namespace Op {
  export const enter: i32 = 0;
  export const work: i32 = 1;
  export const wait: i32 = 2;
  export const call: i32 = 3;
  export const guard: i32 = 4;
  export const serialize: i32 = 5;
  export const send: i32 = 6;
  export const chance: i32 = 7;
  export const fork: i32 = 8;
  export const branchEnd: i32 = 9;
  export const deliver: i32 = 10;
  export const return_: i32 = 11;
}
/** Instructions from GUARD to SEND. */
export const guardLength: i32 = 3;
