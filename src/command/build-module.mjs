/**
 * Node runs TypeScript only once something has made JavaScript of it, and what runs file by file is slow: an
 * engine of JavaScript takes what another module exports for something that may change, and looks every constant
 * up anew. So the command line, and the engine in a sweep's threads, run as one module each, as the page's worker
 * does. Plain JavaScript: this is what runs first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

/** What looks for files of its own beside itself cannot be moved into a module. */
const standsAlone = /^(?:rolldown|tinypool|tsx|vite)(?:\/|$)/;

/** Leaves such packages where they are, and tells a file's `import.meta.url` as it was. */
const keepPlaces = {
  name: 'keep-places',
  /** @param {string} id */
  resolveId(id) {
    if (isBuiltin(id)) return { id, external: true };
    return standsAlone.test(id) ? { id: import.meta.resolve(id), external: true } : null;
  },
  /** @param {string} code @param {string} id */
  transform(code, id) {
    const url = JSON.stringify(pathToFileURL(id).href);
    if (!code.includes('import.meta.url')) return null;
    // No map: all lines stay lines.
    return { code: code.replaceAll('import.meta.url', url), map: null };
  },
};

/**
 * Makes one module of a file and of all that it imports.
 * @param {URL} source
 * @returns {Promise<{ href: string, remove(): void }>} where it stands until it is removed, at the latest with the end of the process
 */
export async function buildModule(source) {
  const folder = mkdtempSync(path.join(tmpdir(), 'faultline-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  const input = fileURLToPath(source);
  const file = path.join(folder, `${path.parse(input).name}.mjs`);
  await build({
    input,
    platform: 'node',
    plugins: [keepPlaces],
    logLevel: 'warn',
    // A `var` may change, for all that an engine knows; a `const` may not.
    output: { file, format: 'esm', codeSplitting: false, topLevelVar: false, sourcemap: true },
  });
  return { href: pathToFileURL(file).href, remove };
}
