/** Single fields of a document that a user may edit: read, written, compared with the original, and reset. */
import type {
  ArchitectureDocument,
  Deployment,
  Network,
  Policy,
  Unit,
} from '../architecture/document';
import { isSameValue } from './same-value';

export type DocumentField =
  | {
      readonly of: 'unit';
      readonly deploymentId: string;
      readonly unitId: string;
      readonly field: Exclude<keyof Unit, 'id' | 'modules'>;
    }
  /** What one module does about its calls to another. */
  | {
      readonly of: 'policy';
      readonly deploymentId: string;
      readonly callerId: string;
      readonly calleeId: string;
      readonly field: Exclude<keyof Policy, 'caller' | 'callee'>;
    }
  | { readonly of: 'network'; readonly deploymentId: string; readonly field: keyof Network };

/** `undefined` where the document has no such part, or its part no such field. */
export function fieldValue(document: ArchitectureDocument, place: DocumentField): unknown {
  const deployment = deploymentOf(document, place.deploymentId);
  if (deployment === undefined) return undefined;
  switch (place.of) {
    case 'unit':
      return deployment.units.find(({ id }) => id === place.unitId)?.[place.field];
    case 'policy':
      return policyOf(deployment, place.callerId, place.calleeId)?.[place.field];
    case 'network':
      return deployment.network[place.field];
  }
}

/**
 * The document with another value of a field; `undefined` takes the field away.
 * The value must be one that the schema knows. What has the value already, and
 * what is not there, comes back as the same object.
 */
export function withFieldValue(
  document: ArchitectureDocument,
  place: DocumentField,
  value: unknown,
): ArchitectureDocument {
  if (isSameValue(fieldValue(document, place), value)) return document;
  return {
    ...document,
    deployments: document.deployments.map((deployment) =>
      deployment.id === place.deploymentId ? withField(deployment, place, value) : deployment,
    ),
  };
}

/** Whether a field has another value than in the document as it was opened. */
export function isFieldChanged(
  original: ArchitectureDocument,
  document: ArchitectureDocument,
  place: DocumentField,
): boolean {
  return !isSameValue(fieldValue(original, place), fieldValue(document, place));
}

/** The document with one field as it was opened. */
export function withOriginalField(
  original: ArchitectureDocument,
  document: ArchitectureDocument,
  place: DocumentField,
): ArchitectureDocument {
  return withFieldValue(document, place, fieldValue(original, place));
}

/** Every field that differs, of the parts that both documents have. */
export function changedFields(
  original: ArchitectureDocument,
  document: ArchitectureDocument,
): DocumentField[] {
  if (original === document) return [];
  return document.deployments.flatMap((deployment) => {
    const before = deploymentOf(original, deployment.id);
    if (before === undefined || before === deployment) return [];
    return fieldsOf(before, deployment).filter((place) =>
      isFieldChanged(original, document, place),
    );
  });
}

function deploymentOf({ deployments }: ArchitectureDocument, wantedId: string) {
  return deployments.find(({ id }) => id === wantedId);
}

function policyOf({ policies }: Deployment, callerId: string, calleeId: string) {
  return policies.find(({ caller, callee }) => caller === callerId && callee === calleeId);
}

function withField(deployment: Deployment, place: DocumentField, value: unknown): Deployment {
  const changed = <Part extends object>(part: Part): Part =>
    withProperty(part, place.field as keyof Part, value);
  switch (place.of) {
    case 'unit': {
      const units = deployment.units.map((unit) =>
        unit.id === place.unitId ? changed(unit) : unit,
      );
      return { ...deployment, units };
    }
    case 'policy':
      return { ...deployment, policies: policiesWith(deployment, place, changed) };
    case 'network':
      return { ...deployment, network: changed(deployment.network) };
  }
}

/** A policy that says nothing any more goes; one that is not there yet comes. */
function policiesWith(
  deployment: Deployment,
  { callerId, calleeId }: Extract<DocumentField, { of: 'policy' }>,
  changed: (policy: Policy) => Policy,
): Policy[] {
  const before = policyOf(deployment, callerId, calleeId);
  const after = changed(before ?? { caller: callerId, callee: calleeId, cancel: false });
  const { caller: _caller, callee: _callee, cancel, ...said } = after;
  const isSilent = !cancel && Object.keys(said).length === 0;
  if (before === undefined) return isSilent ? deployment.policies : [...deployment.policies, after];
  return deployment.policies.flatMap((policy) =>
    policy !== before ? [policy] : isSilent ? [] : [after],
  );
}

function withProperty<Part extends object>(part: Part, key: keyof Part, value: unknown): Part {
  if (value !== undefined) return { ...part, [key]: value };
  const { [key]: _removed, ...rest } = part;
  return rest as Part;
}

function fieldsOf(before: Deployment, after: Deployment): DocumentField[] {
  const deploymentId = after.id;
  const keysOf = (one: object | undefined, other: object | undefined) => [
    ...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]),
  ];
  const units = after.units.flatMap((unit) => {
    const was = before.units.find(({ id }) => id === unit.id);
    if (was === undefined) return [];
    return keysOf(was, unit)
      .filter((field) => field !== 'id' && field !== 'modules')
      .map((field) => ({ of: 'unit', deploymentId, unitId: unit.id, field }) as DocumentField);
  });
  const pairs = new Map(
    [...before.policies, ...after.policies].map((policy) => [
      `${policy.caller} ${policy.callee}`,
      policy,
    ]),
  );
  const policies = [...pairs.values()].flatMap(({ caller: callerId, callee: calleeId }) =>
    keysOf(policyOf(before, callerId, calleeId), policyOf(after, callerId, calleeId))
      .filter((field) => field !== 'caller' && field !== 'callee')
      .map((field) => ({ of: 'policy', deploymentId, callerId, calleeId, field }) as DocumentField),
  );
  const network = keysOf(before.network, after.network).map(
    (field) => ({ of: 'network', deploymentId, field }) as DocumentField,
  );
  return [...units, ...policies, ...network];
}
