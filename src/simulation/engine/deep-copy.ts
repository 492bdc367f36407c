/**
 * Copies everything that a value reaches: typed arrays, arrays, maps, and
 * objects with their prototypes. What is in `shared` is not copied but shared;
 * two paths to one object stay two paths to one copy. Functions hold what
 * cannot be seen, so a state that contains one is refused. Typed arrays are
 * packed on the way out and unpacked on the way back: most of a state is room
 * that is not in use.
 */
import { PackedColumn } from './packed-column';

export class DeepCopy {
  private readonly copies = new Map<object, object>();
  /** Of the packed arrays. */
  bytes = 0;

  constructor(private readonly shared: ReadonlySet<object>) {}

  copy<Value>(value: Value): Value {
    if (typeof value === 'function') {
      throw new Error('A state that is copied must not hold functions.');
    }
    if (typeof value !== 'object' || value === null || this.shared.has(value)) return value;
    const known = this.copies.get(value);
    if (known) return known as Value;
    return this.copyObject(value) as Value;
  }

  private copyObject(value: object): object {
    if (value instanceof PackedColumn) return this.note(value, value.unpack());
    if (ArrayBuffer.isView(value)) {
      const packed = PackedColumn.of(value as Uint8Array);
      this.bytes += packed.bytes;
      return this.note(value, packed);
    }
    if (Array.isArray(value)) {
      const copy: unknown[] = this.note(value, new Array(value.length));
      for (let i = 0; i < value.length; i++) copy[i] = this.copy(value[i]);
      return copy;
    }
    if (value instanceof Map) {
      const copy = this.note(value, new Map<unknown, unknown>());
      for (const [key, each] of value) copy.set(this.copy(key), this.copy(each));
      return copy;
    }
    const copy = this.note(value, Object.create(Object.getPrototypeOf(value)));
    for (const key of Object.keys(value)) {
      copy[key] = this.copy((value as Record<string, unknown>)[key]);
    }
    return copy;
  }

  private note<Copy extends object>(value: object, copy: Copy): Copy {
    this.copies.set(value, copy);
    return copy;
  }
}
