import { memo, useCallback } from 'react';
import { Icon } from '../../design/icon';
import { later } from '../../design/later';
import type { Fault } from '../../simulation/command';
import { useCanvas } from '../canvas-context';
import { type FrameReader, LiveText } from '../live-text';
import { rateOf } from '../overlay/flow-painter';
import { useIsNear } from '../use-level';
import { useModuleFaults, useUnitStatus } from '../use-unit-state';
import type { ModuleNode, NodeViewProps } from './flow-nodes';

const Operations = later(async () => (await import('./near-figures')).Operations);

/** A module inside a hull: how often it is called, or what is wrong with it. */
export const ModuleNodeView = memo(function ModuleNodeView({
  data,
  selected,
}: NodeViewProps<ModuleNode>) {
  const { module, unit, incoming } = data;
  const { text, emphasis } = useCanvas();
  const faults = useModuleFaults(module.id);
  const status = useUnitStatus(unit.unit, unit.unitIndex);
  const isNear = useIsNear(unit.form);
  const fault = worstOf(faults);
  const isStore = module.kind === 'store' || module.kind === 'cache';
  const classes = ['module', isStore ? 'module-can' : `module-${module.kind}`];
  if (fault !== null) classes.push(fault.kind === 'crash' ? 'tone-failed' : 'tone-degraded');
  if (status === 'down' || status === 'starting') classes.push('is-silent');
  if (selected) classes.push('is-selected');
  if (emphasis?.kind === 'module' && emphasis.id === module.id) classes.push('is-told');
  return (
    <div className={classes.join(' ')}>
      {isStore && (
        <svg
          className="unit-outline"
          viewBox="0 0 72 42"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d="M.6 6v30c0 3 15.8 5.4 35.4 5.4S71.4 39 71.4 36V6" />
          <ellipse cx="36" cy="6" rx="35.4" ry="5.4" />
        </svg>
      )}
      <span className="module-name">{text.nameOf(module.name)}</span>
      {fault === null ? !isStore && <CallRate incoming={incoming} /> : <FaultWords fault={fault} />}
      {isNear && !isStore && <Operations module={module} />}
    </div>
  );
});

function worstOf(faults: readonly Fault[]): Fault | null {
  const order = ['crash', 'errors', 'slow', 'hog', 'leak'];
  const [worst] = [...faults].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return worst ?? null;
}

function CallRate({ incoming }: { incoming: readonly number[] }) {
  const { format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => (own === null ? '' : format.rate(rateOf(own, incoming))),
    [format, incoming],
  );
  return <LiveText className="figure" read={read} />;
}

const faultIcons = {
  crash: 'down',
  slow: 'clock',
  errors: 'alert',
  leak: 'alert',
  hog: 'clock',
} as const;
const faultWords = {
  crash: 'controls.status.down',
  slow: 'controls.status.slow',
  errors: 'controls.status.errors',
  leak: 'controls.status.leak',
  hog: 'controls.status.hog',
} as const;

function FaultWords({ fault }: { fault: Fault }) {
  const { t, format } = useCanvas().text;
  const amount =
    fault.kind === 'slow'
      ? format.factor(fault.factor)
      : fault.kind === 'errors'
        ? format.percent(fault.rate)
        : '';
  return (
    <span className="module-fault">
      <Icon name={faultIcons[fault.kind]} size={10} strokeWidth={2.2} />
      <span>
        {t(faultWords[fault.kind])} {amount}
      </span>
    </span>
  );
}
