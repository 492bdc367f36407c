/** Reads what an address or the storage carries of what somebody made. Loaded only where there is some. */
import { checkDocument } from '../../architecture/check-document';
import type { ArchitectureDocument } from '../../architecture/document';
import { readScript } from '../../playback/read-script';
import type { Made } from '../../workspace/made';
import type { Notice } from '../../workspace/notice';
import { runnableDeploymentIds } from '../../workspace/panes';
import type { StoredSettings } from '../../workspace/stored-settings';
import { decode } from './made-code';
import { placeOf, storedCode } from './stored-made';

/** What was made, as far as it can be read; what is missing is as the page opens by itself. */
export interface ReadMade {
  readonly made: Partial<Pick<Made, 'original' | 'document' | 'script' | 'paneDeploymentIds'>>;
  readonly notices: readonly Notice[];
  /** Where in the browser it was; `null` where the address has it, and where it is damaged and must stay. */
  readonly place: string | null;
}

/** `code` is what stands behind `#s=`. Never rejects: a damaged part falls back, with a notice that names it. */
export async function readShared(
  code: string,
  home: ArchitectureDocument,
  settings: StoredSettings,
): Promise<ReadMade> {
  const place = placeOf(code);
  const text = place === null ? code : storedCode(settings, place);
  if (text === null)
    return { made: {}, notices: [notice('notices.shared.elsewhere')], place: null };
  return readMade(await decode(text), home, place);
}

/** What a code says, once it is read; `place`: where it was. */
export async function readMade(
  value: unknown,
  home: ArchitectureDocument,
  place: string | null,
): Promise<ReadMade> {
  if (!isRecord(value) || value.version !== 1) {
    return { made: {}, notices: [notice('notices.shared.damaged')], place: null };
  }
  const notices: Notice[] = [];
  const original = documentFrom(value.original, notices);
  const document = documentFrom(value.document, notices);
  const script = value.script === undefined ? undefined : await readScript(value.script);
  if (script === null) notices.push(notice('notices.shared.script'));
  const panes = panesFrom(value.panes, document ?? original ?? home);
  if (panes === null) notices.push(notice('notices.shared.panes'));
  return {
    made: {
      ...(original === undefined ? {} : { original }),
      ...(document === undefined ? {} : { document }),
      ...(script ? { script } : {}),
      ...(panes ? { paneDeploymentIds: panes } : {}),
    },
    notices,
    place: notices.length === 0 ? place : null,
  };
}

function documentFrom(value: unknown, notices: Notice[]): ArchitectureDocument | undefined {
  if (value === undefined) return undefined;
  const checked = checkDocument(value);
  if (checked.ok && runnableDeploymentIds(checked.document).length > 0) return checked.document;
  const damaged = notice('notices.shared.document');
  if (notices.length === 0) notices.push(damaged);
  return undefined;
}

/** Two cuts of the document; `null` for what it has not. */
export function panesFrom(
  value: unknown,
  document: ArchitectureDocument,
): Made['paneDeploymentIds'] | null | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [left, right] = value;
  const ids = runnableDeploymentIds(document);
  return ids.includes(left) && ids.includes(right) ? [left, right] : null;
}

function notice(key: Notice['key']): Notice {
  return { key, values: {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
