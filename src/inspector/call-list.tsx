import { useCallback, useMemo } from 'react';
import { type CallEdge, callIdOf, cutOf } from '../architecture/cut';
import type { Deployment } from '../architecture/document';
import { StatusBadge } from '../design/status-badge';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import { BreakerState, CallField, callFieldCount, type Frame } from '../simulation/frame';
import type { Subject } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { PolicyEditor } from './calls/policy-editor';
import { usePolicy } from './calls/use-policy';
import { useSettingsText } from './fields/use-settings-text';
import type { InspectorProps } from './inspector';
import { callWords } from './policy-words';
import { deploymentFrame } from './unit-rows';

/** With more calls than this, each is a line that leads to the call itself. */
const editorsMax = 2;

export interface CallListProps {
  subject: Subject;
  feed: RunFeed;
  /** Who calls it, or whom it calls. */
  direction: 'callers' | 'callees';
  onMenu: InspectorProps['onMenu'];
}

/** The calls that reach a part, or leave it, each with what protects it. */
export function CallList({ subject, feed, direction, onMenu }: CallListProps) {
  const { t } = useSettingsText();
  const document = useWorkspace((state) => state.document);
  const { deployment, unit, module } = subject;
  const { edges } = useMemo(() => cutOf(document, deployment.id), [document, deployment]);
  const isOurs = (moduleId: string | null) =>
    module === null ? moduleId !== null && unit.modules.includes(moduleId) : moduleId === module.id;
  const calls = edges.filter(
    ({ callerId, calleeId, isCrossing }) =>
      isOurs(direction === 'callers' ? calleeId : callerId) &&
      // For a whole process, what goes on inside it is no call of its own.
      (module !== null || isCrossing),
  );
  if (calls.length === 0) return null;
  const editable = calls.filter(isGuarded);
  const areEdited = direction === 'callers' && editable.length <= editorsMax;
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{t(`inspector.${direction}`)}</h3>
      <ul className="inspector-calls">
        {calls.map((edge) => (
          <li key={edge.index}>
            <CallLine
              edge={edge}
              otherId={direction === 'callers' ? edge.callerId : edge.calleeId}
              isEdited={areEdited && isGuarded(edge)}
              deployment={deployment}
              feed={feed}
              onMenu={onMenu}
            />
            {areEdited && edge.callerId !== null && isGuarded(edge) && (
              <PolicyEditor
                deployment={deployment}
                callerId={edge.callerId}
                calleeId={edge.calleeId}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the caller can do anything about it. */
function isGuarded({ callerId, isCrossing, isAsync }: CallEdge): boolean {
  return callerId !== null && isCrossing && !isAsync;
}

interface CallLineProps {
  edge: CallEdge;
  /** The other end; `null` for the customers. */
  otherId: string | null;
  /** What protects it stands below, to be changed. */
  isEdited: boolean;
  deployment: Deployment;
  feed: RunFeed;
  onMenu: InspectorProps['onMenu'];
}

function CallLine({ edge, otherId, isEdited, deployment, feed, onMenu }: CallLineProps) {
  const text = useSettingsText();
  const { s, t, nameOf } = text;
  const other = useWorkspace((state) => state.document.modules.find(({ id }) => id === otherId));
  const select = useWorkspace((state) => state.select);
  const deploymentId = deployment.id;
  const name = other === undefined ? t('inspector.clients') : nameOf(other.name);
  const { policy } = usePolicy(deployment, edge.callerId ?? '', edge.calleeId);
  const call = { deploymentId, kind: 'call', id: callIdOf(edge.callerId, edge.calleeId) } as const;
  const words = isEdited ? [] : callWords(edge, policy, text);
  return (
    <>
      <div className="call-head">
        <button
          type="button"
          className="module-link"
          onClick={() =>
            select(
              otherId === null
                ? { deploymentId, kind: 'clients', id: 'clients' }
                : { deploymentId, kind: 'module', id: otherId },
            )
          }
        >
          {name}
        </button>
        <BreakerBadge edge={edge} deploymentId={deploymentId} feed={feed} />
        {otherId !== null && (
          <button
            type="button"
            className="module-link call-adjust"
            aria-label={`${name}: ${s('call.open')}`}
            onClick={() => select(call)}
            onContextMenu={(event) => {
              event.preventDefault();
              onMenu(call, event.clientX, event.clientY);
            }}
          >
            {s('call.open')}
          </button>
        )}
      </div>
      {words.length > 0 && <p className="muted">{words.join(' · ')}</p>}
    </>
  );
}

interface BreakerBadgeProps {
  edge: CallEdge;
  deploymentId: string;
  feed: RunFeed;
}

function BreakerBadge({ edge, deploymentId, feed }: BreakerBadgeProps) {
  const { t } = useSettingsText();
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
