/** A finger points at nothing before it taps: what a pointer would bring along has to be there already. */
export function isTouched(): boolean {
  return window.matchMedia('(hover: none)').matches;
}
