/**
 * `npm run build:kernel`: compiles the kernel and puts it where the engine takes it from. A text
 * in a module is there at once in a page, a worker, Node and a bare engine alike; a file would have to be fetched.
 */
import { writeFileSync } from 'node:fs';
import { compileKernel } from './compile-kernel.ts';

const file = 'src/simulation/kernel/kernel-bytes.ts';

const kernel = await compileKernel();
const base64 = Buffer.from(kernel).toString('base64');
writeFileSync(
  file,
  `/** Built from assembly/kernel.ts by \`npm run build:kernel\`: change that, not this. */
export const kernelBase64 =
  '${base64}';
`,
);
process.stdout.write(`${file}: a module of ${kernel.length} bytes\n`);
