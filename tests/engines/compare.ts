/** Whether an engine's answers are the same as those of the first. */
import type { Answer, Farewell } from './answers';

export function readAnswers(lines: readonly string[]): { answers: Answer[]; farewell: Farewell } {
  const said = lines.map((line): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      throw new Error(`the engine said: ${line}`);
    }
  });
  const farewell = said.pop() as Partial<Farewell> | undefined;
  if (!farewell?.isDone) throw new Error(`it stopped after ${lines.length} runs`);
  return { answers: said as Answer[], farewell: farewell as Farewell };
}

const keyOf = ({ run, manner }: Answer) => `${run}, ${manner}`;

/**
 * Every answer must be that of the first engine at one go: same requests, same
 * figures, whatever the manner. Frames are compared with those of the first engine.
 */
export function compareAnswers(
  reference: readonly Answer[],
  answers: readonly Answer[],
): { passed: number; failures: string[] } {
  const plain = new Map(
    reference.filter(({ manner }) => manner === 'at one go').map((answer) => [answer.run, answer]),
  );
  const given = new Map(answers.map((answer) => [keyOf(answer), answer]));
  const failures = reference.flatMap((expected) => {
    const { digest, figures } = plain.get(expected.run) ?? expected;
    const answer = given.get(keyOf(expected));
    if (answer === undefined) return [`${keyOf(expected)}: no answer`];
    const wrong = [
      ...(answer.digest === digest ? [] : [`digest ${answer.digest}, not ${digest}`]),
      ...(answer.figures === figures ? [] : [`figures ${answer.figures}, not ${figures}`]),
      ...(answer.frames === expected.frames
        ? []
        : [`frames ${answer.frames}, not ${expected.frames}`]),
    ];
    return wrong.length === 0 ? [] : [`${keyOf(expected)}: ${wrong.join('; ')}`];
  });
  return { passed: reference.length - failures.length, failures };
}
