import { useEffect } from 'react';
import type { Playback } from '../playback/playback';
import { useLoss } from '../playback/use-playback';
import { useText } from '../workspace/use-text';
import { useWorkspaceStore } from '../workspace/use-workspace';

/** Says when the run had to be taken up again in a fresh worker. */
export function useLossNotice(playback: Playback): void {
  const loss = useLoss(playback);
  const { format } = useText();
  const workspace = useWorkspaceStore();
  useEffect(() => {
    if (loss === null) return;
    const values = { time: format.clock(loss.timeMs) };
    workspace.getState().notify({ key: 'notices.resumed', values });
  }, [loss, format, workspace]);
}
