/** The start of the bundle: answers in whatever way the engine can speak. */
import { answerAll } from './answers';

interface Host {
  /** A command-line shell of SpiderMonkey or JavaScriptCore. */
  print?: (line: string) => void;
  /** A page or a worker that told where to send the lines. */
  say?: (line: string) => void;
}

const { say, print } = globalThis as unknown as Host;
const isPage = typeof document !== 'undefined';
answerAll(say ?? (isPage || !print ? (line) => process.stdout.write(`${line}\n`) : print));
