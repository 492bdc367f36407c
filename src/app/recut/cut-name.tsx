import { useEffect, useRef, useState } from 'react';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';
import './cut-name.css';

/** As the schema has it. */
const lengthMax = 400;

export interface CutNameProps {
  deployment: Deployment;
  label: string;
  /** Asked for just now: it takes the focus, and says when it is done. */
  onDone?: (() => void) | undefined;
}

/** The name of a cut of one's own, to be typed over. An empty one leaves it as it is. */
export function CutName({ deployment, label, onDone }: CutNameProps) {
  const { nameOf } = useText();
  const editDocument = useWorkspace((state) => state.editDocument);
  const present = nameOf(deployment.name);
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isAsked = onDone !== undefined;
  useEffect(() => {
    if (isAsked) input.current?.focus();
  }, [isAsked]);
  const keep = () => {
    const name = (typed ?? '').trim();
    setTyped(null);
    onDone?.();
    if (name === '' || name === present) return;
    editDocument((document) => renamed(document, deployment.id, name), {
      label: { key: 'history.rename', values: { name } },
    });
  };
  return (
    <input
      ref={input}
      className="cut-name"
      type="text"
      aria-label={label}
      maxLength={lengthMax}
      value={typed ?? present}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        setTyped(null);
        onDone?.();
      }}
    />
  );
}

function renamed(
  document: ArchitectureDocument,
  deploymentId: string,
  name: string,
): ArchitectureDocument {
  const deployments = document.deployments.map((deployment) =>
    deployment.id === deploymentId ? { ...deployment, name: { es: name, en: name } } : deployment,
  );
  return { ...document, deployments };
}
