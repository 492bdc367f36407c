/** What the replications of a law say of it: the theory beside the simulated figure. Does not run anything. */
import { checkDocument } from '../../architecture/check-document';
import type { ArchitectureDocument } from '../../architecture/document';
import { controlledMean } from '../measurement/controlled-mean';
import type { LawCase, LawFigure, LawOutcome, Result } from './law';

const level = 0.99;

/** Compares each figure of a case with theory. */
export function lawOutcomes(lawCase: LawCase, results: readonly Result[]): LawOutcome[] {
  return lawCase.figures.map((figure) => {
    // A figure corrected by itself would agree with theory whatever the engine did.
    const others = lawCase.controls.filter((control) => control.of !== figure.of);
    const controls = results.map((result) =>
      others.map((control) => control.of(result) - control.theory),
    );
    const { mean, halfWidth } = controlledMean(results.map(figure.of), controls, level);
    const tolerance = toleranceOf(figure);
    return {
      law: lawCase.law,
      parameters: lawCase.parameters,
      figure: figure.name,
      theory: figure.theory,
      simulated: mean,
      halfWidth,
      tolerance,
      agrees: Math.abs(mean - figure.theory) <= tolerance,
      isSharp: halfWidth <= tolerance,
    };
  });
}

function toleranceOf({ theory, tolerance }: LawFigure): number {
  return 'share' in tolerance ? tolerance.share * Math.abs(theory) : tolerance.amount;
}

export function checkedLawDocument({ document }: LawCase): ArchitectureDocument {
  const checked = checkDocument(document);
  if (checked.ok) return checked.document;
  const places = checked.problems.map(({ path, code }) => `${path}: ${code}`).join('; ');
  throw new Error(`The document of a law does not pass its own check: ${places}`);
}
