/** The front of a unit, in the shape of what it is. */

import type { ReactNode } from 'react';
import type { Unit } from '../../architecture/document';
import { later } from '../../design/later';
import type { UnitStatus } from '../../workspace/unit-status';
import { useCanvas } from '../canvas-context';
import {
  CpuFigure,
  FailureFigure,
  PressureFigure,
  ResponseFigure,
  SlotFigure,
  StartupBar,
} from '../unit-figures';
import { useIsNear } from '../use-level';
import type { ReplicaSummary } from '../use-unit-state';
import { CellFigure } from './cell-figure';
import type { UnitNodeData } from './flow-nodes';

const NearCard = later(async () => (await import('./near-figures')).NearCard);
const ChangeTag = later<Omit<ChangeProps, 'unit'>>(
  async () => (await import('./change-tag')).ChangeTag,
  ({ children }) => children,
);
const NearHull = later(async () => (await import('./near-figures')).NearHull);

interface UnitFaceProps {
  node: UnitNodeData;
  status: UnitStatus;
  replicas: ReplicaSummary;
}

export function UnitFace({ node, status, replicas }: UnitFaceProps) {
  switch (node.unit.shape) {
    case 'card':
      return <CardFace node={node} status={status} replicas={replicas} />;
    case 'hull':
      return <HullFace node={node} status={status} replicas={replicas} />;
    case 'can':
      return <CanFace node={node} />;
    case 'pipe':
      return <PipeFace node={node} />;
    case 'external':
      return <ExternalFace node={node} />;
  }
}

/** Long names of languages as their people shorten them. */
const shortNames: Readonly<Record<string, string>> = {
  TypeScript: 'TS',
  JavaScript: 'JS',
  PostgreSQL: 'Postgres',
};

function UnitName({ node }: { node: UnitNodeData }) {
  const { text } = useCanvas();
  return <span className="unit-name">{text.nameOf(node.unit.unit.name)}</span>;
}

function Runtime({ node, replicas }: { node: UnitNodeData; replicas: ReplicaSummary }) {
  const { language } = node.unit.unit.runtime;
  return (
    <span className="unit-runtime">
      {(replicas.ready === replicas.total || node.unit.shape === 'hull') && (
        <span className="unit-language">{shortNames[language] ?? language}</span>
      )}
      ×{replicas.ready < replicas.total ? `${replicas.ready}/${replicas.total}` : replicas.total}
    </span>
  );
}

/** Somebody is on the way to be ready. */
function isStartup(status: UnitStatus, replicas: ReplicaSummary): boolean {
  return (
    replicas.starting > 0 && (status === 'starting' || status === 'down' || replicas.ready === 0)
  );
}

/** The figure that matters most in this state. */
function LeadFigure({ unitIndex, status }: { unitIndex: number; status: UnitStatus }) {
  if (status === 'errors') return <FailureFigure unitIndex={unitIndex} />;
  return <ResponseFigure unitIndex={unitIndex} className="figure figure-response" />;
}

interface ChangeProps {
  unit: Unit;
  replicas: ReplicaSummary;
  /** Shown while nothing is being made of them. */
  children?: ReactNode;
}

function Change({ unit, replicas, children = null }: ChangeProps) {
  const { stale, wanted, ready } = replicas;
  if (stale === 0 && (unit.autoscaler === undefined || wanted === ready)) return children;
  return <ChangeTag replicas={replicas}>{children}</ChangeTag>;
}

function CardFace({ node, status, replicas }: UnitFaceProps) {
  const { unit, unitIndex } = node.unit;
  const isStarting = isStartup(status, replicas);
  const isNear = useIsNear(node.unit.form) && !isStarting;
  return (
    <div className="unit-face">
      <span className="unit-head">
        <UnitName node={node} />
        <Runtime node={node} replicas={replicas} />
      </span>
      {isNear ? (
        <NearCard node={node} />
      ) : (
        <span className="unit-foot">
          {isStarting ? (
            <StartupBar unit={unit} unitIndex={unitIndex} />
          ) : (
            <>
              <LeadFigure unitIndex={unitIndex} status={status} />
              <Change unit={unit} replicas={replicas}>
                <PressureFigure unitIndex={unitIndex} />
              </Change>
            </>
          )}
        </span>
      )}
      {replicas.starting > 0 && replicas.ready > 0 && (
        <span className="unit-warmup">
          <StartupBar unit={unit} unitIndex={unitIndex} />
        </span>
      )}
    </div>
  );
}

function HullFace({ node, status, replicas }: UnitFaceProps) {
  const { unit, unitIndex } = node.unit;
  const { modules } = node.unit;
  // A thumbnail draws none of the services that are well.
  const isStore =
    modules.length > 0 && modules.every(({ kind }) => kind === 'store' || kind === 'cache');
  const isNear = useIsNear(node.unit.form);
  return (
    <div className="unit-face">
      <span className="unit-head">
        <UnitName node={node} />
        <Runtime node={node} replicas={replicas} />
        <Change unit={unit} replicas={replicas} />
      </span>
      <span className="hull-figures">
        <SlotFigure
          unitIndex={unitIndex}
          shape={isStore ? 'can' : 'hull'}
          className="figure figure-slots"
        />
        <CellFigure node={node} />
        <span className="hull-figures-end">
          {isStartup(status, replicas) ? (
            <StartupBar unit={unit} unitIndex={unitIndex} />
          ) : (
            <>
              <LeadFigure unitIndex={unitIndex} status={status} />
              <CpuFigure unitIndex={unitIndex} />
            </>
          )}
        </span>
      </span>
      {isNear && <NearHull node={node} />}
      <svg className="inner-calls" aria-hidden="true">
        {node.innerPaths.map(({ id, path, isAsync }) => (
          <path key={id} d={path} className={isAsync ? 'is-async' : ''} />
        ))}
      </svg>
    </div>
  );
}

function CanFace({ node }: { node: UnitNodeData }) {
  return (
    <div className="unit-face">
      <svg
        className="unit-outline"
        viewBox="0 0 69 54"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d="M.7 7.5v39c0 3.8 15.1 6.8 33.8 6.8s33.8-3 33.8-6.8v-39" />
        <ellipse cx="34.5" cy="7.5" rx="33.8" ry="6.8" />
      </svg>
      <UnitName node={node} />
      <CpuFigure unitIndex={node.unit.unitIndex} className="figure unit-far-off" />
    </div>
  );
}

function PipeFace({ node }: { node: UnitNodeData }) {
  return (
    <div className="unit-face">
      <svg
        className="unit-outline"
        viewBox="0 0 86 54"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d="M8 .7h70c4 0 7.3 11.8 7.3 26.3S82 53.3 78 53.3H8C4 53.3.7 41.5.7 27S4 .7 8 .7z" />
        <path className="unit-rim" d="M78 .7c-4 0-7.3 11.8-7.3 26.3S74 53.3 78 53.3" />
      </svg>
      <UnitName node={node} />
      <CpuFigure unitIndex={node.unit.unitIndex} className="figure unit-far-off" />
    </div>
  );
}

function ExternalFace({ node }: { node: UnitNodeData }) {
  const { t } = useCanvas().text;
  return (
    <div className="unit-face">
      <UnitName node={node} />
      <span className="figure">{t('canvas.external')}</span>
    </div>
  );
}
