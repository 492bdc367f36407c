import { useCallback, useMemo } from 'react';
import { type CallEdge, cutOf } from '../architecture/cut';
import { StatusBadge } from '../design/status-badge';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import { BreakerState, CallField, callFieldCount, type Frame } from '../simulation/frame';
import type { Subject } from '../workspace/subject';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { callWords } from './policy-words';
import { deploymentFrame } from './unit-rows';

/** Who calls it and whom it calls, each with what protects the call. */
export function CallList({ subject, feed }: { subject: Subject; feed: RunFeed }) {
  const { t } = useText();
  const document = useWorkspace((state) => state.document);
  const { deployment, unit, module } = subject;
  const { edges } = useMemo(() => cutOf(document, deployment.id), [document, deployment]);
  const isOurs = (moduleId: string | null) =>
    module === null ? moduleId !== null && unit.modules.includes(moduleId) : moduleId === module.id;
  // For a whole process, what goes on inside it is no call of its own.
  const shown = edges.filter(({ isCrossing }) => module !== null || isCrossing);
  const groups = [
    { title: t('inspector.callers'), edges: shown.filter(({ calleeId }) => isOurs(calleeId)) },
    { title: t('inspector.callees'), edges: shown.filter(({ callerId }) => isOurs(callerId)) },
  ];
  return groups.map(({ title, edges: calls }, index) =>
    calls.length === 0 ? null : (
      <section key={title} className="inspector-section">
        <h3 className="eyebrow">{title}</h3>
        <ul className="inspector-calls">
          {calls.map((edge) => (
            <Call
              key={edge.index}
              edge={edge}
              otherId={index === 0 ? edge.callerId : edge.calleeId}
              subject={subject}
              feed={feed}
            />
          ))}
        </ul>
      </section>
    ),
  );
}

interface CallProps {
  edge: CallEdge;
  /** The other end; `null` for the customers. */
  otherId: string | null;
  subject: Subject;
  feed: RunFeed;
}

function Call({ edge, otherId, subject, feed }: CallProps) {
  const text = useText();
  const { t, nameOf } = text;
  const { deployment } = subject;
  const other = useWorkspace((state) => state.document.modules.find(({ id }) => id === otherId));
  const select = useWorkspace((state) => state.select);
  const words = callWords(edge, deployment, text);
  return (
    <li>
      <div className="call-head">
        <button
          type="button"
          className="module-link"
          onClick={() =>
            select(
              otherId === null
                ? { deploymentId: deployment.id, kind: 'clients', id: 'clients' }
                : { deploymentId: deployment.id, kind: 'module', id: otherId },
            )
          }
        >
          {other === undefined ? t('inspector.clients') : nameOf(other.name)}
        </button>
        <BreakerBadge edge={edge} deploymentId={deployment.id} feed={feed} />
      </div>
      {words.length > 0 && <p className="muted">{words.join(' · ')}</p>}
    </li>
  );
}

interface BreakerBadgeProps {
  edge: CallEdge;
  deploymentId: string;
  feed: RunFeed;
}

function BreakerBadge({ edge, deploymentId, feed }: BreakerBadgeProps) {
  const { t } = useText();
  const selectState = useCallback(
    (frame: Frame | null) =>
      deploymentFrame(frame, deploymentId)?.calls[
        edge.index * callFieldCount + CallField.breakerState
      ] ?? BreakerState.none,
    [edge, deploymentId],
  );
  const state = useSampledFrame(feed, selectState);
  if (state === BreakerState.open) {
    return <StatusBadge tone="failed" icon="bolt" word={t('inspector.breaker.open')} isBare />;
  }
  if (state === BreakerState.halfOpen) {
    return (
      <StatusBadge tone="degraded" icon="bolt" word={t('inspector.breaker.halfOpen')} isBare />
    );
  }
  return null;
}
