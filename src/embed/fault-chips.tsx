import { useState } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import { Icon } from '../design/icon';
import type { Fault } from '../simulation/command';
import { faultLabel } from '../workspace/fault-label';
import { withModuleFault, withoutModuleFault } from '../workspace/intervene';
import type { Interventions } from '../workspace/interventions';
import { suggestedModule } from '../workspace/suggested-module';
import { useText } from '../workspace/use-text';
import { useWorkspace, useWorkspaceStore } from '../workspace/use-workspace';

interface OfferedFault {
  moduleId: string;
  fault: Fault;
}

/** How much slower an external provider gets at a touch. */
const slowFactor = 50;

/** What can be broken at a touch: each a toggle of the run, not a change of the document. */
export function FaultChips({ document }: { document: ArchitectureDocument }) {
  const text = useText();
  const workspace = useWorkspaceStore();
  const { moduleFaults } = useWorkspace((state) => state.interventions);
  // What the address asks for comes first, and stays on offer once it is lifted.
  const [asked] = useState(() => wishedFaults(moduleFaults));
  const toggle = ({ moduleId, fault }: OfferedFault, isOn: boolean) =>
    workspace
      .getState()
      .intervene((wishes) =>
        isOn
          ? withoutModuleFault(wishes, moduleId, fault.kind)
          : withModuleFault(wishes, moduleId, fault),
      );
  return (
    <fieldset className="fault-chips" aria-label={text.t('embed.faults')}>
      {offeredFaults(document, asked, moduleFaults).map((offered) => {
        const { moduleId, fault } = offered;
        const isOn = moduleFaults[moduleId]?.[fault.kind] !== undefined;
        const target = { kind: 'module', id: moduleId } as const;
        return (
          <button
            key={`${moduleId} ${fault.kind}`}
            type="button"
            className="fault-chip"
            aria-pressed={isOn}
            onClick={() => toggle(offered, isOn)}
          >
            <Icon name={isOn ? 'alert' : 'bolt'} size={13} />
            {faultLabel({ target, fault }, document, text)}
          </button>
        );
      })}
    </fieldset>
  );
}

function wishedFaults(moduleFaults: Interventions['moduleFaults']): OfferedFault[] {
  return Object.entries(moduleFaults).flatMap(([moduleId, ofModule]) =>
    Object.values(ofModule).map((fault) => ({ moduleId, fault })),
  );
}

/** The faults that were asked for, those worth trying (a service down, the outside slow), and what else is on. */
function offeredFaults(
  document: ArchitectureDocument,
  asked: readonly OfferedFault[],
  moduleFaults: Interventions['moduleFaults'],
): OfferedFault[] {
  const wished = wishedFaults(moduleFaults);
  const service = suggestedModule(document);
  const outside = document.modules.find(({ kind }) => kind === 'external');
  const suggested: OfferedFault[] = [
    ...(service === null ? [] : [{ moduleId: service.id, fault: { kind: 'crash' } as const }]),
    ...(outside === undefined
      ? []
      : [{ moduleId: outside.id, fault: { kind: 'slow', factor: slowFactor } as const }]),
  ];
  const isAmong = (list: readonly OfferedFault[]) => (one: OfferedFault) =>
    list.some((other) => isSameKind(one, other));
  const lasting = [...asked, ...suggested.filter((one) => !isAmong(asked)(one))];
  // These keep their places, whether on or not.
  return [
    ...lasting.map((one) => wished.find((other) => isSameKind(one, other)) ?? one),
    ...wished.filter((one) => !isAmong(lasting)(one)),
  ];
}

function isSameKind(one: OfferedFault, other: OfferedFault): boolean {
  return one.moduleId === other.moduleId && one.fault.kind === other.fault.kind;
}
