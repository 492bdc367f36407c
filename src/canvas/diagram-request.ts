/** Lets the page ask the diagrams on it to show something. */
const requests = new EventTarget();

type DiagramRequest = 'fit' | 'legend';

/** `fit` is for every diagram; `legend` is the same in all, so that the first one answers. */
export function askDiagrams(request: DiagramRequest): void {
  requests.dispatchEvent(new Event(request));
}

/** Returns the way out. */
export function onDiagramRequest(request: DiagramRequest, listener: () => void): () => void {
  const answer = (event: Event) => {
    if (request === 'legend') event.stopImmediatePropagation();
    listener();
  };
  requests.addEventListener(request, answer);
  return () => requests.removeEventListener(request, answer);
}
