import { useCallback, useMemo } from 'react';
import { type CallEdge, callIdOf, cutOf } from '../../architecture/cut';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { RunFeed } from '../../playback/run-feed';
import { useSampledFrame } from '../../playback/use-sampled-frame';
import { BreakerState, CallField, callFieldCount, type Frame } from '../../simulation/frame';
import { useWorkspace } from '../../workspace/use-workspace';
import { type SettingsText, useSettingsText } from '../fields/use-settings-text';
import { FigureList } from '../figure-list';
import { NetworkFields } from '../network/network-fields';
import { deploymentFrame } from '../unit-rows';
import { LinkFaults } from './link-faults';
import { PolicyEditor } from './policy-editor';

export interface CallInspectorProps {
  document: ArchitectureDocument;
  deployment: Deployment;
  /** See `callIdOf`. */
  callId: string;
  feed: RunFeed;
}

/** One call between two modules: what it is, how it goes, what can go wrong, and what the caller does then. */
export function CallInspector({ document, deployment, callId, feed }: CallInspectorProps) {
  const text = useSettingsText();
  const { s, nameOf } = text;
  const edge = useMemo(
    () =>
      cutOf(document, deployment.id).edges.find(
        ({ callerId, calleeId }) => callIdOf(callerId, calleeId) === callId,
      ),
    [document, deployment, callId],
  );
  if (edge === undefined) return null;
  const { callerId, calleeId, isCrossing, isAsync } = edge;
  const names = callNames(edge, document, text);
  return (
    <div className="inspector-subject">
      <header className="inspector-head">
        <h2 className="inspector-title">{s('call.title', names)}</h2>
        <p className="muted">
          {nameOf(deployment.name)} · {sentenceOf(edge, names, text)}
        </p>
      </header>
      <CallFigures edge={edge} deploymentId={deployment.id} feed={feed} />
      <CallEnds edge={edge} deploymentId={deployment.id} names={names} />
      {callerId !== null && isCrossing && <LinkFaults callerId={callerId} calleeId={calleeId} />}
      {callerId !== null && (
        <section className="inspector-section">
          <h3 className="eyebrow">{s('group.policy')}</h3>
          {isCrossing && !isAsync ? (
            <PolicyEditor deployment={deployment} callerId={callerId} calleeId={calleeId} />
          ) : (
            <p className="fault-effects">{s(isAsync ? 'policy.async' : 'policy.inside')}</p>
          )}
        </section>
      )}
      {callerId !== null && isCrossing && (
        <section className="inspector-section">
          <h3 className="eyebrow">{s('group.network')}</h3>
          <NetworkFields deployment={deployment} />
        </section>
      )}
    </div>
  );
}

type CallNames = Record<'caller' | 'callee', string>;

function callNames(
  { callerId, calleeId }: CallEdge,
  document: ArchitectureDocument,
  { t, nameOf }: SettingsText,
): CallNames {
  const name = (moduleId: string | null) => {
    const module = document.modules.find(({ id }) => id === moduleId);
    return module === undefined ? t('inspector.clients') : nameOf(module.name);
  };
  return { caller: name(callerId), callee: name(calleeId) };
}

function sentenceOf(edge: CallEdge, names: CallNames, { s }: SettingsText): string {
  if (edge.callerId === null) return s('call.sentence.customers');
  if (edge.isDelivery) return s('call.sentence.delivery', names);
  if (edge.isAsync) return s('call.sentence.async', names);
  return s(edge.isCrossing ? 'call.sentence.sync' : 'call.sentence.inside', names);
}

interface CallEndsProps {
  edge: CallEdge;
  deploymentId: string;
  names: CallNames;
}

/** The way to both ends. */
function CallEnds({ edge, deploymentId, names }: CallEndsProps) {
  const select = useWorkspace((state) => state.select);
  const { callerId, calleeId } = edge;
  return (
    <p className="module-links">
      <button
        type="button"
        className="module-link"
        onClick={() =>
          select(
            callerId === null
              ? { deploymentId, kind: 'clients', id: 'clients' }
              : { deploymentId, kind: 'module', id: callerId },
          )
        }
      >
        {names.caller}
      </button>
      <button
        type="button"
        className="module-link"
        onClick={() => select({ deploymentId, kind: 'module', id: calleeId })}
      >
        {names.callee}
      </button>
    </p>
  );
}

interface CallFiguresProps {
  edge: CallEdge;
  deploymentId: string;
  feed: RunFeed;
}

function CallFigures({ edge, deploymentId, feed }: CallFiguresProps) {
  const { s, t, format } = useSettingsText();
  const select = useCallback(
    (frame: Frame | null) => {
      const from = edge.index * callFieldCount;
      return (
        deploymentFrame(frame, deploymentId)?.calls.subarray(from, from + callFieldCount) ?? null
      );
    },
    [edge, deploymentId],
  );
  const row = useSampledFrame(feed, select);
  const value = (field: number) => row?.[field] ?? Number.NaN;
  const breaker = (['none', 'closed', 'halfOpen', 'open'] as const).find(
    (name) => BreakerState[name] === value(CallField.breakerState),
  );
  const figures = [
    { label: s('call.attempts'), text: format.rate(value(CallField.attemptsPerSecond)) },
    { label: s('call.failing'), text: format.percent(value(CallField.failureRate)) },
    { label: s('call.inFlight'), text: format.number(value(CallField.inFlight)) },
    ...(edge.callerId !== null && edge.isCrossing
      ? [{ label: s('call.breaker'), text: s(`call.breaker.${breaker ?? 'none'}`) }]
      : []),
  ];
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{t('inspector.now')}</h3>
      <FigureList figures={figures} />
    </section>
  );
}
