/**
 * Keeps the branches in the browser, so that they are there again after a
 * reload. All pages of the visitor share one store: what another page has kept
 * meanwhile is taken in before it is written over.
 */
import { branchesNow, onBranchesChange, takeInBranches } from '../../workspace/branch-keeping';
import { type Branch, isSameLine } from '../../workspace/branches';
import type { StoredSettings } from '../../workspace/stored-settings';
import type { Workspace } from '../../workspace/workspace';
import { decode, encode } from '../sharing/made-code';
import { readBranches, writtenBranches } from './branch-writing';
import { setAside } from './unread-branches';

export const branchesKey = 'branches';

/** Of a code; browsers keep some five million characters for a site. */
const lengthMax = 1_500_000;

/** Returns the way out, once what was kept before is read. */
export async function storeBranches(
  workspace: Workspace,
  settings: StoredSettings,
): Promise<() => void> {
  const store = new BranchStore(workspace, settings);
  await store.open();
  return () => store.close();
}

class BranchStore {
  readonly #workspace: Workspace;
  readonly #settings: StoredSettings;
  #stop = () => {};
  /** As it was last read or written here. */
  #seen: unknown = null;
  /** Deleted by the user: another page that still has them does not bring them back. */
  #deleted: Branch[] = [];
  #known: readonly Branch[] = [];
  #isWriting = false;
  #isDirty = false;
  /** What cannot be read and cannot be set aside either is not written over. */
  #isLocked = false;

  constructor(workspace: Workspace, settings: StoredSettings) {
    this.#workspace = workspace;
    this.#settings = settings;
  }

  async open(): Promise<void> {
    await this.#takeIn();
    this.#known = branchesNow();
    const flush = () => this.#flush();
    const stopListening = onBranchesChange((branches) => this.#note(branches));
    globalThis.addEventListener?.('pagehide', flush);
    this.#stop = () => {
      stopListening();
      globalThis.removeEventListener?.('pagehide', flush);
    };
    void this.#write();
  }

  close(): void {
    this.#stop();
  }

  /** Reads what is stored, where that has not been seen yet. */
  async #takeIn(): Promise<void> {
    const stored = this.#settings.read(branchesKey);
    if (stored === null || stored === this.#seen) return;
    this.#seen = stored;
    const { original, document } = this.#workspace.getState();
    const value = typeof stored === 'string' ? await decode(stored) : stored;
    const read = await readBranches(value, [original, document]);
    if (read === null || read.damagedCount > 0) this.#refuse(stored);
    takeInBranches(
      (read?.branches ?? []).filter(
        ({ made }) => !this.#deleted.some((gone) => isSameLine(gone.made, made)),
      ),
    );
  }

  #refuse(stored: unknown): void {
    this.#isLocked = !setAside(this.#settings, stored);
    // What can be read is written by itself: it is said once that the rest cannot.
    this.#isDirty = true;
    const key = this.#isLocked ? 'notices.branches.locked' : 'notices.branches.unread';
    this.#workspace.getState().notify({ key, values: {} });
  }

  #note(branches: readonly Branch[]): void {
    const gone = this.#known.filter(({ id }) => branches.every((branch) => branch.id !== id));
    this.#deleted.push(...gone);
    const isSame =
      branches.length === this.#known.length &&
      branches.every((branch, index) => isSameWritten(branch, this.#known[index]));
    this.#known = branches;
    if (isSame) return;
    this.#isDirty = true;
    void this.#write();
  }

  /** One after the other; what changes meanwhile is written in its turn. */
  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#isDirty && !this.#isLocked) {
      await this.#takeIn();
      this.#isDirty = false;
      const code = await this.#fittingCode();
      if (!this.#isLocked) this.#put(code);
    }
    this.#isWriting = false;
  }

  /** The code of as many as there is room for, `null` for none: those without a name give way first, oldest first. */
  async #fittingCode(): Promise<string | null> {
    let branches = branchesNow();
    while (branches.length > 0) {
      const code = await encode(writtenBranches(branches));
      if (code.length <= lengthMax) return code;
      this.#warn();
      const leaving = branches.find(({ name }) => name === null) ?? branches[0];
      branches = branches.filter((branch) => branch !== leaving);
    }
    return null;
  }

  #put(value: unknown): void {
    this.#settings.write(branchesKey, value);
    this.#seen = this.#settings.read(branchesKey);
    if (typeof value === 'string' && this.#seen !== value) this.#warn();
  }

  /** The page is left while something is still to be packed: it is kept as it is. */
  #flush(): void {
    if ((this.#isDirty || this.#isWriting) && !this.#isLocked) {
      this.#put(writtenBranches(branchesNow()));
    }
  }

  #warn(): void {
    this.#workspace.getState().notify({ key: 'notices.branches.full', values: {} });
  }
}

/** Figures that were computed change nothing of what is written. */
function isSameWritten(one: Branch, other: Branch): boolean {
  return (
    one.id === other.id &&
    one.name === other.name &&
    one.isGhost === other.isGhost &&
    one.wantedMs === other.wantedMs &&
    one.made === other.made
  );
}
