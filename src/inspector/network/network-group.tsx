import { useMemo } from 'react';
import { cutOf } from '../../architecture/cut';
import type { SettingsKey } from '../../i18n/settings-text';
import { isFieldChanged } from '../../workspace/document-field';
import { linkKey } from '../../workspace/interventions';
import type { Subject } from '../../workspace/subject';
import { useWorkspace } from '../../workspace/use-workspace';
import { networkFields } from '../fields/network-settings';
import { useSettingsText } from '../fields/use-settings-text';
import { Group } from '../group';
import { LinkToggles, type LinkTogglesProps, noLinkFaults } from './link-toggles';
import { NetworkFields } from './network-fields';

/** The network of a part: what can go wrong with each of its links, and what every call over it costs. */
export function NetworkGroup({ subject }: { subject: Subject }) {
  const { s, nameOf } = useSettingsText();
  const { deployment } = subject;
  const document = useWorkspace((state) => state.document);
  const original = useWorkspace((state) => state.original);
  const linkFaults = useWorkspace((state) => state.interventions.linkFaults);
  const links = useLinks(subject);
  const kinds = links.flatMap(({ callerId, calleeId }) =>
    Object.keys(linkFaults[linkKey(callerId, calleeId)] ?? noLinkFaults),
  );
  const isGiven = original.deployments.some(({ id }) => id === deployment.id);
  const isChanged = networkFields.some((field) =>
    isFieldChanged(original, document, { of: 'network', deploymentId: deployment.id, field }),
  );
  const name = (moduleId: string) => {
    const module = document.modules.find(({ id }) => id === moduleId);
    return module === undefined ? moduleId : nameOf(module.name);
  };
  const shortNames = [...new Set(kinds)].map((kind) => s(`fault.short.${kind}` as SettingsKey));
  return (
    <Group
      title="group.network"
      summary={shortNames.length > 0 ? shortNames.join(' · ') : undefined}
      isChanged={kinds.length > 0 || (isGiven && isChanged)}
    >
      {links.length === 0 && <p className="field-row-hint">{s('fault.inside')}</p>}
      {links.map(({ callerId, calleeId }) => (
        <fieldset key={linkKey(callerId, calleeId)} className="link-faults">
          <legend>{s('call.title', { caller: name(callerId), callee: name(calleeId) })}</legend>
          <LinkToggles callerId={callerId} calleeId={calleeId} />
        </fieldset>
      ))}
      {links.length > 0 && <p className="fault-effects">{s('fault.everywhere')}</p>}
      <NetworkFields deployment={deployment} />
    </Group>
  );
}

/** Every pair of modules whose calls reach or leave a part over the network. */
function useLinks({ deployment, unit, module }: Subject): LinkTogglesProps[] {
  const document = useWorkspace((state) => state.document);
  return useMemo(() => {
    const isOurs = (moduleId: string) =>
      module === null ? unit.modules.includes(moduleId) : moduleId === module.id;
    return cutOf(document, deployment.id).edges.flatMap(({ callerId, calleeId, isCrossing }) =>
      callerId !== null && isCrossing && (isOurs(callerId) || isOurs(calleeId))
        ? [{ callerId, calleeId }]
        : [],
    );
  }, [document, deployment, unit, module]);
}
