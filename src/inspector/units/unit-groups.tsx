import { isSameWish } from '../../workspace/commands-between';
import { useWorkspace } from '../../workspace/use-workspace';
import { type UnitTarget, unitIn } from '../edits/unit-edits';
import { type UnitNumber, unitSettings } from '../fields/unit-settings';
import { Group } from '../group';
import { AutoscalerGroup } from './autoscaler-group';
import { BalancerField, EventLoopField, RuntimeField } from './unit-choice-fields';
import { UnitNumberField } from './unit-number-field';

const capacity = ['cores', 'memoryMiB', 'usdPerReplicaHour'] as const;
const process = ['startupMs', 'acceptQueue', 'speed'] as const;
const choices = ['balancer', 'eventLoop', 'runtime'] as const;

/** Everything of one or several units that the run is computed anew for. */
export function UnitGroups({ targets }: { targets: readonly UnitTarget[] }) {
  const original = useWorkspace((state) => state.original);
  const isChanged = (names: readonly (UnitNumber | (typeof choices)[number])[]) =>
    targets.some((target) => {
      const before = unitIn(original, target);
      return before !== null && names.some((name) => !isSameWish(target.unit[name], before[name]));
    });
  const numbers = (names: readonly UnitNumber[]) =>
    names.map((name) => (
      <UnitNumberField
        key={name}
        targets={targets}
        setting={unitSettings[name]}
        get={(unit) => unit[name]}
        put={(unit, value) => ({ ...unit, [name]: value })}
      />
    ));
  return (
    <>
      <AutoscalerGroup targets={targets} />
      <Group title="group.capacity" isChanged={isChanged(capacity)}>
        {numbers(capacity)}
      </Group>
      <Group title="group.process" isChanged={isChanged([...process, ...choices])}>
        {numbers(process)}
        <BalancerField targets={targets} />
        <EventLoopField targets={targets} />
        <RuntimeField targets={targets} name="language" />
        <RuntimeField targets={targets} name="platform" />
      </Group>
    </>
  );
}
