/** How a finding stands: well, worse, badly. Decided by the run. */
import type { Look, Span } from './figure';

export type MarkTone = 'fine' | 'degraded' | 'failed' | 'caveat';

/** `null` while the run has nothing to say about it. */
export type Mark = (look: Look, span: Span) => MarkTone | null;

/** From here on a share of successes counts as well, and below as badly. */
const fineShare = 0.99;
const failedShare = 0.5;

/** By a share of successes. */
export function bySuccess(reference: string): Mark {
  return (look, span) => {
    const share = look(reference, span);
    if (Number.isNaN(share)) return null;
    if (share >= fineShare) return 'fine';
    return share < failedShare ? 'failed' : 'degraded';
  };
}

/** By a response time: within what is promised, or not. */
export function byObjective(reference: string, objective: string): Mark {
  return (look, span) => {
    const ms = look(reference, span);
    if (Number.isNaN(ms)) return null;
    return ms <= look(objective, span) ? 'fine' : 'degraded';
  };
}

/** What has to be said as well. */
export const caveat: Mark = () => 'caveat';
