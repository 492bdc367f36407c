import { describe, expect, test } from 'vitest';
import { compileKernel } from '../../../scripts/compile-kernel';
import { decodeBase64 } from '../../../src/simulation/kernel/decode-base64';
import { kernelBase64 } from '../../../src/simulation/kernel/kernel-bytes';

/** Which sections a WebAssembly module has, by the numbers of its specification. */
function sectionsOf(module: Uint8Array): number[] {
  const sections: number[] = [];
  // The first eight bytes say that it is a module.
  for (let at = 8; at < module.length; ) {
    sections.push(module[at++]);
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = module[at++];
      length |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    at += length;
  }
  return sections;
}

describe('the kernel that the engine loads', () => {
  test('is what its source compiles to', async () => {
    const compiled = Buffer.from(await compileKernel()).toString('base64');
    expect(kernelBase64 === compiled, 'the source is newer: npm run build:kernel').toBe(true);
  });

  test('keeps nothing outside the memory of the run, and puts nothing into it by itself', () => {
    const [types, imports, functions, exports, code] = [1, 2, 3, 7, 10];
    // A checkpoint would miss a global variable, and data would be written over the run's.
    const sections = sectionsOf(decodeBase64(kernelBase64));
    expect(sections).toEqual([types, imports, functions, exports, code]);
  });
});
