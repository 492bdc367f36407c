/** Runs the bundle in a browser: in a page or in a worker of it, which sends back what it was told. */
import { createServer, type IncomingMessage } from 'node:http';

/** Opens an address in a browser; gives what closes it again. */
export type OpenPage = (address: string) => Promise<() => Promise<void>>;

export type Place = 'page' | 'worker';

const timeoutMs = 300_000;

/** Keeps the lines, sends them at the end, and an error in their place. */
const messenger = `
  const lines = [];
  globalThis.say = (line) => lines.push(line);
  const send = (text) => fetch('/lines', { method: 'POST', body: text });
  addEventListener('error', ({ message }) => send(message));`;

const files: Record<string, { type: string; text: string }> = {
  '/page': {
    type: 'text/html',
    text: `<!doctype html><title>Runs</title><script>${messenger}</script>
      <script src="/runs.js"></script><script>send(lines.join('\\n'))</script>`,
  },
  '/worker': {
    type: 'text/html',
    text: `<!doctype html><title>Runs</title><script>new Worker('/worker.js')</script>`,
  },
  '/worker.js': {
    type: 'text/javascript',
    text: `${messenger}; importScripts('/runs.js'); send(lines.join('\\n'));`,
  },
};

export async function runInBrowser(
  open: OpenPage,
  place: Place,
  bundleText: string,
): Promise<string[]> {
  const served = { ...files, '/runs.js': { type: 'text/javascript', text: bundleText } };
  const { promise, resolve, reject } = promiseWithEnds<string>();
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      bodyOf(request).then(resolve, reject);
      response.end();
      return;
    }
    const file = served[request.url as keyof typeof served];
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file.type }).end(file.text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const timer = setTimeout(
    () => reject(new Error(`no answer within ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  const close = await open(`http://127.0.0.1:${address.port}/${place}`);
  try {
    return (await promise).split('\n');
  } finally {
    clearTimeout(timer);
    await close();
    server.closeAllConnections();
    server.close();
  }
}

function promiseWithEnds<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
