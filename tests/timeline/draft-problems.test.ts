import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { translateChartsInto } from '../../src/i18n/charts-text';
import type { Language } from '../../src/i18n/language';
import { numberWritingFor } from '../../src/i18n/number-writing';
import { type BlockDraft, draftOf, happeningOf } from '../../src/timeline/lanes/block-draft';
import { draftFields } from '../../src/timeline/lanes/draft-fields';
import { draftProblems } from '../../src/timeline/lanes/draft-problems';
import { proposalFor } from '../../src/timeline/lanes/first-block';
import type { LaneId } from '../../src/timeline/lanes/happening';
import { textIn } from '../../src/workspace/use-text';

const stated = 200;

/** What the form says when a lane's first proposal is changed like this and sent. */
function refusals(
  lane: LaneId,
  change: Partial<BlockDraft>,
  language: Language = 'en',
): { problems: string[]; said: object } {
  const writing = numberWritingFor(language);
  const text = { ...textIn(language), c: translateChartsInto(language), writing };
  const proposal = proposalFor(lane, { document: shop, blocks: [] }, shop.deployments, 5000);
  if (proposal === null) throw new Error('The shop has something for every lane.');
  const { happening, deploymentId } = proposal;
  const draft = { ...draftOf(happening, deploymentId, stated, writing), ...change };
  const fields = draftFields(lane, draft, { before: happening, isEvent: false, stated });
  const drafted = happeningOf(draft, lane, happening, stated, writing);
  const block = { draft, fields, happening: drafted.happening };
  return { problems: draftProblems(block, shop, text), said: drafted.happening };
}

function problems(lane: LaneId, change: Partial<BlockDraft>): string[] {
  return refusals(lane, change).problems;
}

describe('a block as it is typed', () => {
  test('is right as it is proposed, in every lane', () => {
    for (const lane of ['faults', 'load', 'scaling', 'releases', 'policies'] as const) {
      expect(problems(lane, {}), lane).toEqual([]);
    }
  });

  test('names what is no number, and what has been left empty and may not be', () => {
    expect(problems('faults', { from: 'abc', until: '1:30' })).toEqual([
      'From: type a number.',
      'Until: type a number.',
    ]);
    expect(problems('faults', { until: '' })).toEqual([]);
    expect(problems('scaling', { replicas: ' ' })).toEqual(['Replicas: type a number.']);
    expect(problems('releases', { until: 'later' })).toEqual(['Rolled back at: type a number.']);
    expect(problems('load', { kind: 'burst', until: '' })).toEqual(['Until: type a number.']);
    expect(problems('load', { kind: 'steady', amount: '' })).toEqual([]);
  });

  test('says bounds in the units of the form', () => {
    expect(problems('faults', { from: '1e9', until: '' })).toEqual(['From: at most 1,000,000.']);
    expect(problems('faults', { kind: 'errors', amount: '150' })).toEqual(['Errors: at most 100.']);
    expect(problems('faults', { amount: '0.5' })).toEqual(['Takes: at least 1.']);
    expect(problems('load', { kind: 'burst', amount: '1e9' })).toEqual([
      'Requests per second at most: at most 200,000.',
    ]);
    expect(problems('load', { kind: 'daily', until: '60', low: '-1' })).toEqual([
      'Requests per second at night: at least 0.',
    ]);
    expect(problems('scaling', { replicas: '2.5' })).toEqual(['Replicas: whole numbers only.']);
  });

  test('ends after it begins, and is busier by day than at night', () => {
    const order = 'The end has to come after the beginning.';
    expect(problems('faults', { until: '5' })).toEqual([order]);
    for (const kind of ['ramp', 'burst', 'daily']) {
      expect(problems('load', { kind, low: '1', until: '5' }), kind).toEqual([order]);
    }
    expect(problems('load', { kind: 'daily', until: '60', low: '900' })).toEqual([
      'At night no more can come than by day.',
    ]);
  });

  test('is written and read in the language of the page', () => {
    const { problems: found, said } = refusals('faults', { kind: 'hog', amount: '0,5' }, 'es');
    expect(found).toEqual([]);
    expect(said).toMatchObject({ cores: 0.5 });
    expect(refusals('faults', { from: '1.000,5', until: '2 000' }, 'es').said).toMatchObject({
      atMs: 1_000_500,
      untilMs: 2_000_000,
    });
    expect(refusals('faults', { kind: 'errors', amount: '-1' }, 'es').problems).toEqual([
      'Fallan: como mínimo, 0.',
    ]);
  });
});
