import type { Frame } from '../simulation/frame';

/**
 * The buffers of a frame that may change hands instead of being copied. A
 * column that shares its buffer with something else is left to be copied: to
 * give its buffer away would take the other one's values along.
 */
export function transferablesOf(frame: Frame): ArrayBuffer[] {
  const uses = new Map<ArrayBuffer, number>();
  const whole = new Set<ArrayBuffer>();
  for (const deployment of frame.deployments) {
    for (const column of Object.values(deployment)) {
      if (!ArrayBuffer.isView(column) || !(column.buffer instanceof ArrayBuffer)) continue;
      uses.set(column.buffer, (uses.get(column.buffer) ?? 0) + 1);
      if (column.byteLength === column.buffer.byteLength) whole.add(column.buffer);
    }
  }
  return [...whole].filter((buffer) => uses.get(buffer) === 1);
}
