import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

export interface LaterPart<Props> {
  (props: Props): ReactNode;
  /** Loads it before it is shown, so that it is there at once. */
  load(): Promise<void>;
}

/**
 * A part of the page that is loaded when it is first shown, and shown as soon as it has come;
 * `meanwhile` stands in its place until then, by default nothing. React's own `lazy` shows nothing
 * for 300 ms at least, even where everything has long been loaded: it spares the eye one picture
 * after the other, which is no gain where the first one is empty. What cannot be loaded goes to the
 * error boundary, and is asked for again when it is next shown.
 */
export function later<Props extends object>(
  loadPart: () => Promise<ComponentType<Props>>,
  meanwhile?: (props: Props) => ReactNode,
): LaterPart<Props> {
  let Part: ComponentType<Props> | null = null;
  const load = async () => {
    Part ??= await loadPart();
  };
  function Later(props: Props) {
    const [failure, setFailure] = useState<{ error: unknown } | null>(null);
    const [, setIsThere] = useState(Part !== null);
    useEffect(() => {
      let isShown = true;
      load().then(
        () => isShown && setIsThere(true),
        (error: unknown) => isShown && setFailure({ error }),
      );
      return () => {
        isShown = false;
      };
    }, []);
    if (failure !== null) throw failure.error;
    return Part === null ? meanwhile?.(props) : <Part {...props} />;
  }
  return Object.assign(Later, { load });
}
