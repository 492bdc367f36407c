import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import type { LocalizedText } from '../../src/architecture/localized-text';
import { shop } from '../../src/architecture/shop';
import { stories } from '../../src/stories/all-stories';
import { documentOfStory } from '../../src/stories/document-of-story';
import { readReference, referencesIn } from '../../src/stories/figure-reference';
import { loadStory } from '../../src/stories/stories';
import type { Story } from '../../src/stories/story';
import { storyHeads } from '../../src/stories/story-heads';
import { defaultSeed } from '../../src/workspace/address';

function textsOf(story: Story): [place: string, text: LocalizedText][] {
  return [
    ['name', story.name],
    ['question', story.question],
    ...story.steps.flatMap((step): [string, LocalizedText][] => [
      [`${step.id}.title`, step.title],
      [`${step.id}.text`, step.text],
      [`${step.id}.caption`, step.caption],
      ...step.findings.flatMap((finding): [string, LocalizedText][] => [
        [`${step.id}.${finding.id}.title`, finding.title],
        [`${step.id}.${finding.id}.text`, finding.text],
      ]),
      ...(step.prediction === undefined
        ? []
        : ([
            [`${step.id}.question`, step.prediction.question],
            [`${step.id}.explanation`, step.prediction.explanation],
            ...step.prediction.options.map(({ id, text }) => [`${step.id}.${id}`, text]),
          ] as [string, LocalizedText][])),
    ]),
    ...story.verdict.map(({ id, statement }): [string, LocalizedText] => [id, statement]),
  ];
}

const withoutReferences = (text: string) => text.replace(/\{[^{}]+\}/g, '');

describe.each(stories.map((story) => [story.id, story] as const))('%s', (_, story) => {
  const texts = textsOf(story);
  const document = documentOfStory(story, shop);

  test('writes no figure down: every digit of its texts comes from a run', () => {
    const written = texts.flatMap(([place, { es, en }]) =>
      [es, en].filter((text) => /\d/.test(withoutReferences(text))).map((text) => [place, text]),
    );
    expect(written).toEqual([]);
  });

  test('asks for the same figures in Spanish and in English', () => {
    const different = texts.filter(
      ([, { es, en }]) => referencesIn(es).sort().join() !== referencesIn(en).sort().join(),
    );
    expect(different).toEqual([]);
  });

  test('is written twice, not copied', () => {
    expect(texts.filter(([, { es, en }]) => es === en)).toEqual([]);
  });

  test('asks only for figures that there are', () => {
    const facts = story.factsOf(document);
    const journeys = new Set(document.journeys.map(({ id }) => id));
    for (const [place, { es }] of texts) {
      for (const reference of referencesIn(es)) {
        const read = readReference(reference);
        if (read.kind === 'fact') {
          expect(facts[read.name]?.value, `${place} {${reference}}`).toBeGreaterThan(0);
          continue;
        }
        expect(story.deployments, place).toContain(read.deploymentId);
        if (read.kind === 'journey' && read.journeyId !== null) {
          expect(journeys, place).toContain(read.journeyId);
        }
        if (read.kind === 'unit') {
          const side = document.deployments.find(({ id }) => id === read.deploymentId);
          expect(
            side?.units.map(({ id }) => id),
            place,
          ).toContain(read.unitId);
        }
      }
    }
  });

  test('goes on from step to step, and counts no figure beyond the instant of its step', () => {
    const instants = story.steps.map(({ atMs }) => atMs);
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
    expect(new Set(instants).size).toBe(instants.length);
    expect(instants.at(-1)).toBeLessThanOrEqual(story.durationMs);
    for (const { id, atMs, span, findings } of story.steps) {
      for (const { fromMs, toMs } of [span, ...findings.map((finding) => finding.span ?? span)]) {
        expect(fromMs, id).toBeLessThan(toMs);
        expect(toMs, id).toBeLessThanOrEqual(atMs);
      }
    }
  });

  test('decides its predictions after they were asked, and before the last step', () => {
    for (const { id, atMs, prediction } of story.steps) {
      if (prediction === undefined) continue;
      expect(prediction.decidedAtMs, id).toBeGreaterThan(atMs);
      expect(prediction.span.toMs, id).toBeLessThanOrEqual(prediction.decidedAtMs);
      expect(prediction.span.fromMs, id).toBeGreaterThanOrEqual(atMs);
      expect(prediction.decidedAtMs, id).toBeLessThanOrEqual(story.steps.at(-1)?.atMs ?? 0);
    }
  });

  test('is told with a valid document, and lights up what is there', () => {
    expect(checkDocument(document).ok).toBe(true);
    const known = new Set([
      ...document.modules.map(({ id }) => `module ${id}`),
      ...document.deployments.flatMap(({ units }) => units.map(({ id }) => `unit ${id}`)),
    ]);
    for (const { emphasis } of story.steps) {
      if (emphasis !== undefined) expect(known).toContain(`${emphasis.kind} ${emphasis.id}`);
    }
  });

  test('opens with the seed that an address means where it names none', () => {
    expect(story.seed).toBe(defaultSeed);
  });
});

test('no two stories share an id, nor do two steps of one', () => {
  for (const ids of [
    stories.map(({ id }) => id),
    ...stories.map(({ steps }) => steps.map(({ id }) => id)),
    ...stories.map(({ verdict }) => verdict.map(({ id }) => id)),
  ]) {
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('the list has every story, in the order in which they are told', () => {
  expect(storyHeads).toEqual(stories.map(({ id, name }) => ({ id, name })));
});

test('each is loaded under its own id', async () => {
  for (const story of stories) expect(await loadStory(story.id)).toBe(story);
  expect(await loadStory('nobody')).toBeNull();
});
