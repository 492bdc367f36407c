import type { Problem, ProblemCode, ProblemParameters } from './problem';
import type { ProblemTexts } from './problem-texts';
import { englishProblemTexts } from './problem-texts-en';
import { spanishProblemTexts } from './problem-texts-es';

const texts: Record<'es' | 'en', ProblemTexts> = {
  es: spanishProblemTexts,
  en: englishProblemTexts,
};

/** The place and what is wrong there, with a remedy: `modules[0].id: …`. Without a place, only the sentence. */
export function describeProblem(problem: Problem, language: 'es' | 'en'): string {
  const sentence = say(texts[language], problem.code, problem.params);
  return problem.path === '' ? sentence : `${problem.path}: ${sentence}`;
}

function say<Code extends ProblemCode>(
  language: ProblemTexts,
  code: Code,
  params: ProblemParameters[ProblemCode],
): string {
  // A problem holds the parameters of its own code; the compiler does not follow the pair through the lookup.
  return language[code](params as ProblemParameters[Code]);
}
