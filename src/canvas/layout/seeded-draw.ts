/** Whole numbers below a limit, always the same ones (Park and Miller's generator). */
export function seededDraw(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
