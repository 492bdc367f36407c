/** What a process is working on right now, request by request: each leads to its story. */
import { useEffect, useState } from 'react';
import { JourneyMark } from '../design/journey-mark';
import type { VisitsAt } from '../playback/playback';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import type { UnitVisit } from '../simulation/unit-visit';
import { lookInto } from '../workspace/request-wish';
import type { Subject } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { useSettingsText } from './fields/use-settings-text';
import { Group } from './group';
import './visit-list.css';

export interface VisitListProps {
  subject: Subject;
  feed: RunFeed;
  visitsAt: VisitsAt;
}

export function VisitList(props: VisitListProps) {
  return (
    <Group title="visits">
      <Visits {...props} />
    </Group>
  );
}

/** So many of those inside, and of those at the door, are listed. */
const insideMost = 8;
const waitingMost = 4;

function Visits({ subject, feed, visitsAt }: VisitListProps) {
  const { s, format } = useSettingsText();
  const [isHeld, setIsHeld] = useState(false);
  const { atMs, visits } = useVisits({ subject, feed, visitsAt }, isHeld);
  const inside = visits.filter(({ queuePlace }) => queuePlace === null);
  const waiting = visits.filter(({ queuePlace }) => queuePlace !== null);
  if (visits.length === 0) return <p className="field-row-hint">{s('visits.none')}</p>;
  const met = { deploymentId: subject.deployment.id, unitId: subject.unit.id, atMs };
  return (
    // What is pointed at or has the focus must not change under the hand.
    <fieldset
      className="visits-held"
      aria-label={s('visits')}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p className="field-row-hint">
        {s('visits.count', {
          inside: format.number(inside.length),
          waiting: format.number(waiting.length),
        })}
      </p>
      <ul className="visits">
        {[...inside.slice(0, insideMost), ...waiting.slice(0, waitingMost)].map((visit) => (
          <li key={`${visit.journey} ${visit.number} ${visit.sinceMs}`}>
            <VisitButton
              visit={visit}
              ageMs={atMs - visit.sinceMs}
              onOpen={() =>
                lookInto({ kind: 'this', journey: visit.journey, number: visit.number, met })
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface VisitButtonProps {
  visit: UnitVisit;
  ageMs: number;
  onOpen(): void;
}

function VisitButton({ visit, ageMs, onOpen }: VisitButtonProps) {
  const { s, format, nameOf } = useSettingsText();
  const journey = useWorkspace((state) => state.document.journeys[visit.journey]);
  const state = s(`visits.state.${visit.state}`);
  return (
    <button type="button" className="visit" onClick={onOpen}>
      <JourneyMark index={visit.journey} />
      <span className="visit-name">
        {nameOf(journey.name)} {format.number(visit.number)}
      </span>
      <span className="visit-age">{format.duration(ageMs)}</span>
      <span className="visit-state">{visit.isInVain ? s('visits.inVain', { state }) : state}</span>
    </button>
  );
}

interface KnownVisits {
  atMs: number;
  visits: readonly UnitVisit[];
}

const nobody: KnownVisits = { atMs: 0, visits: [] };

/** Of the instant on show, once a second while the run plays. */
function useVisits({ subject, feed, visitsAt }: VisitListProps, isHeld: boolean): KnownVisits {
  const [known, setKnown] = useState(nobody);
  const shownMs = useSampledFrame(feed, timeMsOf, 1);
  const deploymentId = subject.deployment.id;
  const unitId = subject.unit.id;
  useEffect(() => {
    if (isHeld) return;
    let isOvertaken = false;
    visitsAt({ deploymentId, unitId, atMs: shownMs }).then((visits) => {
      if (!isOvertaken && visits !== null) setKnown({ atMs: shownMs, visits });
    });
    return () => {
      isOvertaken = true;
    };
  }, [visitsAt, deploymentId, unitId, shownMs, isHeld]);
  return known;
}

const timeMsOf = (frame: Frame | null) => frame?.timeMs ?? 0;
