/** Lets the page ask every diagram on it to show all of itself. */
const requests = new EventTarget();

export function fitDiagrams(): void {
  requests.dispatchEvent(new Event('fit'));
}

/** Returns the way out. */
export function onFitRequest(listener: () => void): () => void {
  requests.addEventListener('fit', listener);
  return () => requests.removeEventListener('fit', listener);
}
