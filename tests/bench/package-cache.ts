/**
 * Packages that only the benchmark compares with: fetched at exact versions
 * when they are wanted, without what they depend on, and kept beside the other
 * caches of node_modules. So `npm ci` does not know of them.
 */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const cache = path.resolve('node_modules/.cache/faultline-bench');

/** The folder of a package, such as `simjs@2.0.3`; `null` where it cannot be had. */
export function packageFolder(nameAndVersion: string): string | null {
  const folder = path.join(cache, nameAndVersion);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  try {
    const options: ExecFileSyncOptionsWithStringEncoding = {
      cwd: cache,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const archive = execFileSync(npm, ['pack', '--silent', nameAndVersion], options).trim();
    execFileSync('tar', ['-xzf', archive], options);
    rmSync(path.join(cache, archive));
    // Every npm archive holds one folder of this name.
    renameSync(path.join(cache, 'package'), folder);
    return folder;
  } catch {
    return null;
  }
}
