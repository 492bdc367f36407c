import { describe, expect, test } from 'vitest';
import { filesIn } from './source';

const files = filesIn('src');

/** Words that name no thing of the domain, and so gather what has no home. */
const namesOfNothing =
  /^(index|types?|utils?|helpers?|common|shared|misc|data|info|[a-z-]*-(utils?|helpers?|manager))$/;

describe('the files of src', () => {
  test('lie at most three folders deep', () => {
    expect(files.filter((file) => file.split('/').length > 5)).toEqual([]);
  });

  test('and their folders are named after nouns and verbs of the domain', () => {
    const isUnnamed = (file: string) =>
      file.split('/').some((part) => namesOfNothing.test(part.replace(/\..*$/, '')));
    expect(files.filter(isUnnamed)).toEqual([]);
  });
});
