import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the documents of one test file; it goes when the tests are over. */
export function documentFiles(): { folder: string; fileOf(name: string, text: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    fileOf(name, text) {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    },
  };
}
