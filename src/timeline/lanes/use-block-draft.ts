import { useState } from 'react';
import type { NumberWriting } from '../../i18n/number-writing';
import { originalArrivalRate } from '../../workspace/interventions';
import { type BlockDraft, draftOf, happeningOf } from './block-draft';
import type { Proposal } from './first-block';
import type { Happening, LaneId } from './happening';
import { type Course, following, fromWhatHolds } from './held';

export interface OpenedForm {
  readonly lane: LaneId;
  readonly proposal: Proposal;
  /** Whether nothing of it is in the run yet. */
  readonly isNew: boolean;
  readonly course: Course;
  readonly writing: NumberWriting;
}

/** What is typed about a block, and what it was before; of a new one that is what holds where and when it is to begin. */
export function useBlockDraft(opened: OpenedForm) {
  const { lane, course, writing } = opened;
  const stated = originalArrivalRate(course.document);
  const [{ draft, before }, setTyped] = useState(() => typedFirst(opened, stated));
  return {
    draft,
    before,
    stated,
    change: (part: Partial<BlockDraft>) =>
      setTyped((typed) => typedNext(typed, part, opened, stated)),
    drafted: () => happeningOf(draft, lane, before, stated, writing),
  };
}

interface Typed {
  readonly draft: BlockDraft;
  readonly before: Happening;
}

function typedFirst({ proposal, writing }: OpenedForm, stated: number | null): Typed {
  const { happening, deploymentId } = proposal;
  return { draft: draftOf(happening, deploymentId, stated, writing), before: happening };
}

function typedNext(
  { draft: typed, before }: Typed,
  part: Partial<BlockDraft>,
  { lane, isNew, course, writing }: OpenedForm,
  stated: number | null,
): Typed {
  const draft = { ...typed, ...part };
  if (!isNew) return { draft, before };
  const { happening, deploymentId } = happeningOf(draft, lane, before, stated, writing);
  const held = fromWhatHolds(happening, deploymentId, course);
  if (held === null) return { draft, before };
  const written = (one: Happening) => draftOf(one, deploymentId, stated, writing);
  return { draft: following(draft, written(before), written(held)), before: held };
}
