import { useCallback } from 'react';
import type { Deployment } from '../architecture/document';
import { StatusBadge } from '../design/status-badge';
import { statusLooks } from '../design/status-looks';
import type { VisitsAt } from '../playback/playback';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import type { FaultPeriod } from '../workspace/fault-periods';
import type { Subject } from '../workspace/subject';
import { subjectStatus } from '../workspace/subject-status';
import { type Text, useText } from '../workspace/use-text';
import { CallList } from './call-list';
import type { InspectorProps } from './inspector';
import { LiveFigures } from './live-figures';
import { ModuleFaults } from './module-faults';
import { NetworkGroup } from './network/network-group';
import { Release } from './release';
import { ReplicaFaults } from './replica-faults';
import { ScaleControls } from './scale-controls';
import { UnitFaults } from './unit-faults';
import { deploymentFrame } from './unit-rows';
import { UnitGroups } from './units/unit-groups';
import { VisitList } from './visit-list';

export interface SubjectInspectorProps {
  subject: Subject;
  feed: RunFeed;
  visitsAt: VisitsAt;
  deployments: readonly Deployment[];
  faults: readonly FaultPeriod[];
  onMenu: InspectorProps['onMenu'];
}

/** A module in its process, or a whole process of several modules. */
export function SubjectInspector(props: SubjectInspectorProps) {
  const { subject, feed, visitsAt, deployments, faults, onMenu } = props;
  const text = useText();
  const { deployment, unit, module } = subject;
  return (
    <div className="inspector-subject">
      <header className="inspector-head">
        <h2 className="inspector-title">{text.nameOf(module?.name ?? unit.name)}</h2>
        <SubjectBadge subject={subject} feed={feed} faults={faults} />
        <p className="muted">
          {text.nameOf(deployment.name)} · {describe(subject, text)}
        </p>
      </header>
      {module === null ? (
        <UnitFaults deployment={deployment} unit={unit} />
      ) : (
        <ModuleFaults module={module} isExternal={unit.external} deployments={deployments} />
      )}
      {!unit.external && <LiveFigures subject={subject} feed={feed} />}
      <div className="inspector-section inspector-groups">
        <VisitList {...{ subject, feed, visitsAt }} />
      </div>
      {!unit.external && <ScaleControls targets={[subject]} />}
      <CallList direction="callers" {...{ subject, feed, onMenu }} />
      <CallList direction="callees" {...{ subject, feed, onMenu }} />
      <div className="inspector-section inspector-groups">
        <NetworkGroup subject={subject} />
        {!unit.external && (
          <>
            <ReplicaFaults subject={subject} />
            <Release subject={subject} deployments={deployments} />
            <UnitGroups targets={[subject]} />
          </>
        )}
      </div>
    </div>
  );
}

interface SubjectBadgeProps {
  subject: Subject;
  feed: RunFeed;
  faults: readonly FaultPeriod[];
}

function SubjectBadge({ subject, feed, faults }: SubjectBadgeProps) {
  const { t } = useText();
  const select = useCallback(
    (frame: Frame | null) =>
      subjectStatus(subject, deploymentFrame(frame, subject.deployment.id)?.units ?? null, faults),
    [subject, faults],
  );
  const status = useSampledFrame(feed, select);
  return <StatusBadge {...statusLooks[status]} word={t(`controls.status.${status}`)} />;
}

/** What it is, in a few words: `Kotlin · its own process`. */
function describe({ unit, module }: Subject, { t, nameOf }: Text): string {
  if (unit.external) return t('inspector.unit.external');
  const { language, platform } = unit.runtime;
  const runtime = language || platform || unit.id;
  if (module === null) return t('inspector.unit.holds', { runtime, count: unit.modules.length });
  return unit.modules.length === 1
    ? t('inspector.unit.alone', { runtime })
    : t('inspector.unit.within', { runtime, unit: nameOf(unit.name) });
}
