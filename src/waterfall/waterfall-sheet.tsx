import { useCallback, useMemo, useRef, useState } from 'react';
import { Button, IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { Panel } from '../design/panel';
import { SegmentedControl } from '../design/segmented-control';
import { otlpOf } from '../simulation/otlp';
import type { UnitMoment } from '../simulation/unit-visit';
import { lookInto, type RequestWish, requestKinds, stopLooking } from '../workspace/request-wish';
import { saveFile } from '../workspace/save-file';
import { useWorkspace } from '../workspace/use-workspace';
import type { RequestSubject, ToldRequest } from './request-subject';
import { requestName } from './row-words';
import { useSheetKeys } from './use-sheet-keys';
import { type Telling, useToldRequest } from './use-told-request';
import { useWaterfallText, type WaterfallText } from './use-waterfall-text';
import { WaterfallPair } from './waterfall-pair';
import './waterfall.css';

export interface WaterfallSheetProps {
  wish: RequestWish;
  subject: RequestSubject;
  /** The instant on show, simulated ms. */
  nowMs(): number;
  /** Takes the whole page to an instant. */
  onSeek(timeMs: number): void;
}

/** One request from inside, the same customer in every deployment on show; the page goes on beside it. */
export function WaterfallSheet({ wish, subject, nowMs, onSeek }: WaterfallSheetProps) {
  const text = useWaterfallText();
  const { w, nameOf } = text;
  const { deployments } = subject;
  const telling = useToldRequest(subject, wish, nowMs);
  // A request that was pointed at is of both; the next one is looked for where it was last.
  const [lastId, setLastId] = useState(deployments[0].id);
  const askedId = wish.kind === 'this' ? lastId : wish.deploymentId;
  const side = deployments.find(({ id }) => id === askedId) ?? deployments[0];
  const lookIn = (deploymentId: string) => {
    setLastId(deploymentId);
    if (wish.kind !== 'this') lookInto({ ...wish, deploymentId });
  };
  const select = useWorkspace((state) => state.select);
  const follow = useCallback(
    (timeMs: number, deploymentId: string, unitId: string) => {
      onSeek(timeMs);
      select({ deploymentId, kind: 'unit', id: unitId });
    },
    [onSeek, select],
  );
  const ref = useRef<HTMLElement>(null);
  useSheetKeys(ref, stopLooking);
  return (
    <Panel ref={ref} label={w('request.title')} className="request-sheet" tabIndex={-1}>
      <header className="request-head">
        <h2 className="eyebrow">{w('request.title')}</h2>
        <SegmentedControl
          label={w('request.side')}
          segments={deployments.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
          value={side.id}
          onChange={lookIn}
        />
        {requestKinds.map((kind) => (
          <Button
            key={kind}
            aria-pressed={wish.kind === kind}
            onClick={() => lookInto({ kind, deploymentId: side.id })}
          >
            {w(`request.${kind}`)}
          </Button>
        ))}
        <IconButton label={w('request.close')} icon={<Icon name="close" />} onClick={stopLooking} />
      </header>
      {telling.mode === 'told' ? (
        <Told
          key={`${telling.request.journey} ${telling.request.number}`}
          request={telling.request}
          subject={subject}
          met={wish.kind === 'this' ? (wish.met ?? null) : null}
          askedId={side.id}
          text={text}
          onFollow={follow}
        />
      ) : (
        <p role="status" className="muted">
          {sayingOf(telling, wish, subject, text)}
        </p>
      )}
    </Panel>
  );
}

interface ToldProps {
  request: ToldRequest;
  subject: RequestSubject;
  /** Where it was met. */
  met: UnitMoment | null;
  /** Of which deployment it was asked. */
  askedId: string;
  text: WaterfallText;
  onFollow(timeMs: number, deploymentId: string, unitId: string): void;
}

function Told({ request, subject, met, askedId, text, onFollow }: ToldProps) {
  const { w } = text;
  const stories = useMemo(() => request.stories.filter((story) => story !== null), [request]);
  const save = () => {
    const otlp = otlpOf(stories, { documentId: subject.document.id, seed: subject.seed });
    saveFile(
      `faultline-${subject.document.journeys[request.journey].id}-${request.number}.json`,
      new Blob([JSON.stringify(otlp)], { type: 'application/json' }),
    );
  };
  return (
    <>
      <p className="request-who">
        {requestName(subject, request, stories[0]?.startMs ?? 0, text)}
        <Button variant="quiet" onClick={save}>
          {w('request.otlp')}
        </Button>
      </p>
      <WaterfallPair {...{ request, subject, met, askedId, text, onFollow }} />
    </>
  );
}

function sayingOf(
  telling: Exclude<Telling, { mode: 'told' }>,
  wish: RequestWish,
  { deployments }: RequestSubject,
  { w, nameOf }: WaterfallText,
): string {
  if (telling.mode === 'loading') return w('request.loading');
  if (telling.mode === 'broken') return w('request.broken', { message: telling.message });
  if (wish.kind === 'this') return w('request.absent');
  const deployment = deployments.find(({ id }) => id === wish.deploymentId) ?? deployments[0];
  return w(`request.none.${wish.kind}`, { deployment: nameOf(deployment.name) });
}
