import { cutOf } from '../../architecture/cut';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { OpenCircuit } from '../../playback/breaker-history';
import type { RunFeed } from '../../playback/run-feed';
import { useSampledFrame } from '../../playback/use-sampled-frame';
import type { Frame } from '../../simulation/frame';
import { useChartsText } from '../expanded/use-charts-text';
import type { TimeDomain } from '../time-domain';
import { xOf } from '../trend-path';
import { moduleName, spanWords } from './block-words';
import { LaneRow } from './lane-row';

export interface BreakerLaneProps {
  feed: RunFeed;
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  domain: TimeDomain;
}

/** When breakers stood open, call by call, as far as the run is known: read from it, not to be changed. */
export function BreakerLane({ feed, document, deployments, domain }: BreakerLaneProps) {
  const text = useChartsText();
  const { c, nameOf } = text;
  // The lists stay the same objects while nothing opens or closes: the clock only makes them be read.
  const nowMs = useSampledFrame(feed, timeMsOf, 2);
  const rows = deployments.flatMap((deployment, side) => {
    const circuits = feed
      .openCircuits(deployment.id)
      .filter(({ fromMs, untilMs }) => fromMs < domain.toMs && (untilMs ?? nowMs) > domain.fromMs);
    const { edges } = cutOf(document, deployment.id);
    const edgeIndices = [...new Set(circuits.map(({ edgeIndex }) => edgeIndex))];
    return edgeIndices.map((edgeIndex) => {
      const spans = circuits.filter((circuit) => circuit.edgeIndex === edgeIndex);
      const { callerId, calleeId } = edges[edgeIndex];
      const caller = moduleName(callerId ?? '', document, text);
      const callee = moduleName(calleeId, document, text);
      return { deployment, side, spans, caller, callee, key: `${deployment.id} ${edgeIndex}` };
    });
  });
  return (
    <LaneRow lane="breakers" domain={domain} rowCount={rows.length} onAdd={null}>
      {rows.flatMap(({ deployment, side, spans, caller, callee, key }, row) =>
        spans.map((circuit) => {
          const when = spanWords(circuit.fromMs, circuit.untilMs, text);
          const label = c('lanes.breaker', {
            deployment: nameOf(deployment.name),
            caller,
            callee,
            when,
          });
          return (
            <li
              key={`${key} ${circuit.fromMs}`}
              className="lane-circuit"
              title={label}
              style={{ ...placeOf(circuit, domain, nowMs), '--row': row } as object}
            >
              <span className={`figure-swatch figure-swatch-${side + 1}`} />
              <span className="visually-hidden">{label}</span>
              <span aria-hidden="true" className="lane-block-words">
                {c('lanes.breaker.short', { caller, callee })}
              </span>
            </li>
          );
        }),
      )}
    </LaneRow>
  );
}

function placeOf({ fromMs, untilMs }: OpenCircuit, domain: TimeDomain, nowMs: number) {
  const from = Math.max(0, xOf(fromMs, domain, 100));
  const until = Math.min(100, xOf(untilMs ?? Math.max(nowMs, fromMs), domain, 100));
  return { left: `${from}%`, width: `${Math.max(0, until - from)}%` };
}

const timeMsOf = (frame: Frame | null) => frame?.timeMs ?? 0;
