import { answers } from './answer';
import { CommandError } from './command-error';

// Who reads us may have read enough (`faultline … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The process ends by itself once everything is written: exit() would cut a long result short in a pipe.
try {
  for await (const text of answers(process.argv.slice(2))) process.stdout.write(`${text}\n`);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(error.lines.map((line) => `faultline: ${line}\n`).join(''));
  process.exitCode = 2;
}
