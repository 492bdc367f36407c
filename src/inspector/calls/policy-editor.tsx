import { useState } from 'react';
import type { Deployment } from '../../architecture/document';
import { Button } from '../../design/button';
import { SwitchField } from '../../design/switch-field';
import { switchBreaker } from '../../workspace/breakers';
import {
  isSamePart,
  type PolicyPart,
  policyParts,
  withPartOf,
  withPartSwitched,
} from '../../workspace/policy-parts';
import { useWorkspaceStore } from '../../workspace/use-workspace';
import { useSettingsText } from '../fields/use-settings-text';
import { PolicyPartFields } from './policy-part-fields';
import { partSummary } from './policy-summary';
import { usePolicy } from './use-policy';

export interface PolicyEditorProps {
  deployment: Deployment;
  callerId: string;
  calleeId: string;
}

/** What the caller does about the callee: each part with its switch and, when it is unfolded, its figures. */
export function PolicyEditor({ deployment, callerId, calleeId }: PolicyEditorProps) {
  const text = useSettingsText();
  const { s, t } = text;
  const { policy, original, change } = usePolicy(deployment, callerId, calleeId);
  const workspace = useWorkspaceStore();
  const [unfolded, setUnfolded] = useState<PolicyPart | null>(null);
  return (
    <div className="policy">
      {policyParts.map((part) => {
        const label = s(`policy.${part}`);
        const isOn = policy[part] !== undefined;
        const summary = partSummary(policy, part, text);
        const before = partSummary(original, part, text);
        const hasFields = isOn && part !== 'fallback';
        return (
          <div key={part} className="policy-part">
            <SwitchField
              label={label}
              isOn={isOn}
              summary={
                hasFields
                  ? {
                      text: summary,
                      label: `${label}: ${s('call.edit')}`,
                      isOpen: unfolded === part,
                      onToggle: () => setUnfolded(unfolded === part ? null : part),
                    }
                  : undefined
              }
              explanation={{
                label: s('field.explain', { label }),
                text: <p>{s(`policy.${part}.why`)}</p>,
              }}
              reset={
                isSamePart(policy, original, part)
                  ? null
                  : {
                      label: t('controls.reset', {
                        value: before || s(original[part] === undefined ? 'field.off' : 'field.on'),
                      }),
                      run: () => change(withPartOf(policy, part, original)),
                    }
              }
              onChange={(wanted) => {
                change(withPartSwitched(policy, part, wanted, original));
                setUnfolded(wanted ? part : null);
              }}
            />
            {hasFields && unfolded === part && (
              <div className="policy-fields">
                <PolicyPartFields {...{ part, policy, original, change }} />
              </div>
            )}
          </div>
        );
      })}
      <Button
        onClick={() =>
          switchBreaker(workspace.getState(), { deploymentId: deployment.id, callerId, calleeId })
        }
      >
        {s(policy.circuitBreaker === undefined ? 'policy.same.with' : 'policy.same.without')}
      </Button>
      <p className="fault-effects">{s('policy.same.why')}</p>
    </div>
  );
}
