// A pool's thread starts on plain JavaScript: the loader that reads TypeScript in the
// main thread is not there, so the thread brings its own before it loads its work.
import { register } from 'tsx/esm/api';

register();
const { default: runJob } = await import('./sweep-worker.ts');

export default runJob;
