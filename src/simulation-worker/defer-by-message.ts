/** Calls back behind the messages that wait in the event loop; a timer would wait 4 ms besides. */
export function deferByMessage(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  let waiting: (() => void)[] = [];
  port1.onmessage = () => {
    const due = waiting;
    waiting = [];
    for (const callback of due) callback();
  };
  return (callback) => {
    waiting.push(callback);
    port2.postMessage(null);
  };
}
