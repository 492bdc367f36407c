import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { later } from '../../src/design/later';

function Greeting({ name }: { name: string }) {
  return <p>Hello, {name}</p>;
}

describe('a part that comes later', () => {
  test('leaves its place empty, or to something else, until it has come', () => {
    const Part = later(async () => Greeting);
    const Other = later(
      async () => Greeting,
      ({ name }) => <i>{name}</i>,
    );
    expect(renderToString(<Part name="Ana" />)).toBe('');
    expect(renderToString(<Other name="Ana" />)).toBe('<i>Ana</i>');
  });

  test('is there with the first picture where it was loaded before', async () => {
    const Part = later(async () => Greeting);
    await Part.load();
    expect(renderToString(<Part name="Ana" />)).toBe('<p>Hello, <!-- -->Ana</p>');
  });

  test('is asked for again after it could not be loaded', async () => {
    let tries = 0;
    const Part = later(async () => {
      tries += 1;
      if (tries === 1) throw new Error('offline');
      return Greeting;
    });
    await expect(Part.load()).rejects.toThrow('offline');
    await Part.load();
    await Part.load();
    expect(tries).toBe(2);
    expect(renderToString(<Part name="Ana" />)).toContain('Ana');
  });
});
