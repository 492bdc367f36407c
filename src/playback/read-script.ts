/** A script that comes from outside, such as an address: checked before it gets to a run. */
import type { Script } from '../simulation/script';

/** `null` where it is none. What checks it is loaded with the first one. */
export async function readScript(value: unknown): Promise<Script | null> {
  const { scriptFrom } = await import('../simulation-worker/page-message');
  return scriptFrom(value);
}
