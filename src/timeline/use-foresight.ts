import { type HTMLAttributes, useEffect, useMemo, useState } from 'react';
import type { Playback } from '../playback/playback';

/** Handlers for what leads to other instants: while a pointer or the focus is in it, the run is worked out up to `toMs`. */
export function useForesight(playback: Playback, toMs: number): HTMLAttributes<HTMLElement> {
  const [isNear, setNear] = useState(false);
  useEffect(() => playback.foresee(isNear ? toMs : null), [playback, isNear, toMs]);
  return useMemo(
    () => ({
      onPointerEnter: () => setNear(true),
      // A finger leaves when it is lifted, and soon comes again.
      onPointerLeave: (event) => event.pointerType === 'mouse' && setNear(false),
      onFocus: () => setNear(true),
      onBlur: () => setNear(false),
    }),
    [],
  );
}
