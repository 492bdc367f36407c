import type { LawCase } from '../simulation/laws/law';
import { theoryLaws } from '../simulation/laws/laws';
import { littleLaws } from './little-laws';

/** Every law that the engine is checked against. */
export const laws: readonly LawCase[] = [...theoryLaws, ...littleLaws];
