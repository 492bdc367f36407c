import { meanOf, withMean } from '../../architecture/distribution-mean';
import type { Deployment } from '../../architecture/document';
import {
  type DocumentField,
  isFieldChanged,
  withFieldValue,
  withOriginalField,
} from '../../workspace/document-field';
import { useDocumentEdit } from '../edits/use-document-edit';
import { networkFields, networkSettings } from '../fields/network-settings';
import { writtenValue } from '../fields/number-setting';
import { SettingField } from '../fields/setting-field';
import { useSettingsText } from '../fields/use-settings-text';

/** What a call between two processes of a deployment costs: delay and serialisation, of all its calls alike. */
export function NetworkFields({ deployment }: { deployment: Deployment }) {
  const { s, nameOf } = useSettingsText();
  return (
    <>
      {networkFields.map((field) => (
        <NetworkField key={field} deployment={deployment} field={field} />
      ))}
      <p className="fault-effects">{s('network.scope', { deployment: nameOf(deployment.name) })}</p>
    </>
  );
}

interface NetworkFieldProps {
  deployment: Deployment;
  field: (typeof networkFields)[number];
}

function NetworkField({ deployment, field }: NetworkFieldProps) {
  const text = useSettingsText();
  const { document, original, problemWith, edit } = useDocumentEdit();
  const setting = networkSettings[field];
  const place: DocumentField = { of: 'network', deploymentId: deployment.id, field };
  const given = original.deployments.find(({ id }) => id === deployment.id)?.network[field];
  const { network, name } = deployment;
  const changed = (mean: number) => (before: typeof document) =>
    withFieldValue(before, place, withMean(network[field], mean));
  return (
    <SettingField
      setting={setting}
      value={meanOf(network[field])}
      reset={
        given !== undefined && isFieldChanged(original, document, place)
          ? {
              value: writtenValue(setting, meanOf(given), text),
              run: () =>
                edit((before) => withOriginalField(original, before, place), setting.key, name),
            }
          : null
      }
      refuse={(mean) => problemWith(changed(mean))}
      onChange={(mean) => edit(changed(mean), setting.key, name)}
    />
  );
}
