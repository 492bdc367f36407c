import { describe, expect, test } from 'vitest';
import { circleIn, wrongImports } from './import-rules';
import { filesIn, importsOf, isScript, read, targetOf } from './source';

const scripts = filesIn('src').filter(isScript);

describe('the rooms', () => {
  test('import only what their table allows', () => {
    expect(scripts.flatMap((file) => wrongImports(file, read(file)))).toEqual([]);
  });

  test('load in no circle', () => {
    const imports = new Map(
      scripts.map((file) => [
        file.replace(/\.tsx?$/, ''),
        importsOf(file, read(file))
          // Types may speak of each other: nothing of them is left to load.
          .filter(({ specifier, isTypeOnly }) => specifier.startsWith('.') && !isTypeOnly)
          .map(({ specifier }) => targetOf(file, specifier)),
      ]),
    );
    expect(circleIn(imports)).toBeNull();
  });
});

describe('a wrong import is answered with the door to use', () => {
  test.each([
    ['src/canvas/a.tsx', `import { b } from '../inspector/b';`, /Features never import each other/],
    ['src/timeline/a.ts', `import type { B } from '@xyflow/react';`, /stays inside canvas/],
    ['src/simulation/engine/a.ts', `import { b } from '../../i18n/b';`, /let them word it/],
    ['src/inspector/a.ts', `const b = import('../simulation-worker/b');`, /through playback/],
    ['src/canvas/a.ts', `type B = import('../simulation/engine/b').B;`, /only simulation\/frame/],
    ['src/architecture/a.ts', `export { b } from '../simulation/b';`, /move what both need/],
    ['src/stories/a.ts', `new URL('../playback/b.ts', import.meta.url);`, /who watches/],
    ['src/workspace/a.ts', `import '../../tests/b';`, /in a room of src/],
    ['src/design/a.tsx', `import { readFileSync } from 'node:fs';`, /Only command/],
    ['src/utils/a.ts', `import './b';`, /in no room/],
  ])('%s: %s', (file, text, sentence) => {
    const complaints = wrongImports(file, text);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(sentence);
  });

  test('and a right one is not', () => {
    const text = `
      import { ReactFlow } from '@xyflow/react';
      import '@xyflow/react/dist/base.css';
      import type { Frame } from '../simulation/frame';
      import { Panel } from '../design/panel';
      import { pin } from './layout/pin';`;
    expect(wrongImports('src/canvas/a.tsx', text)).toEqual([]);
  });

  test('a circle is told file by file', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    expect(circleIn(imports)).toEqual(['b', 'd', 'b']);
  });
});
