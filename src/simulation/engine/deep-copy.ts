/**
 * Copies everything that a value reaches: typed arrays, arrays, maps, and
 * objects with their prototypes. What is in `shared` is not copied but shared;
 * two paths to one object stay two paths to one copy. Functions hold what
 * cannot be seen, so a state that contains one is refused. Typed arrays are
 * packed on the way out and unpacked on the way back: most of a state is room
 * that is not in use. On the way back they are unpacked into those of the state
 * that is given up, where their buffers are large enough: a browser takes longer to
 * get and clear memory than to fill it.
 */
import { PackedColumn } from './packed-column';

export class DeepCopy {
  private readonly copies = new Map<object, object>();
  /** Typed arrays that were given up and whose room has been handed on. */
  private readonly reused = new Set<object>();
  /** Of the packed arrays. */
  bytes = 0;

  constructor(private readonly shared: ReadonlySet<object>) {}

  /** @param old what stood in its place and is given up; default nothing */
  copy<Value>(value: Value, old?: unknown): Value {
    if (typeof value === 'function') {
      throw new Error('A state that is copied must not hold functions.');
    }
    if (typeof value !== 'object' || value === null || this.shared.has(value)) return value;
    const known = this.copies.get(value);
    if (known) return known as Value;
    return this.copyObject(value, old) as Value;
  }

  private copyObject(value: object, old: unknown): object {
    if (value instanceof PackedColumn) return this.note(value, this.unpacked(value, old));
    if (ArrayBuffer.isView(value)) {
      const packed = PackedColumn.of(value as Uint8Array);
      this.bytes += packed.bytes;
      return this.note(value, packed);
    }
    if (Array.isArray(value)) {
      const copy: unknown[] = this.note(value, new Array(value.length));
      const oldItems = Array.isArray(old) ? old : [];
      for (let i = 0; i < value.length; i++) copy[i] = this.copy(value[i], oldItems[i]);
      return copy;
    }
    if (value instanceof Map) {
      const copy = this.note(value, new Map<unknown, unknown>());
      for (const [key, each] of value) copy.set(this.copy(key), this.copy(each));
      return copy;
    }
    const copy = this.note(value, Object.create(Object.getPrototypeOf(value)));
    const oldFields = (old ?? {}) as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      copy[key] = this.copy((value as Record<string, unknown>)[key], oldFields[key]);
    }
    return copy;
  }

  private unpacked(column: PackedColumn, old: unknown): object {
    const room = typeof old === 'object' && old !== null && !this.reused.has(old) ? old : null;
    if (room !== null) this.reused.add(room);
    return column.unpack(room);
  }

  private note<Copy extends object>(value: object, copy: Copy): Copy {
    this.copies.set(value, copy);
    return copy;
  }
}
