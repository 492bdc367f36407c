import { expect, test } from 'vitest';
import { embedCode } from '../../src/app/embed-code';

test('the code to embed holds whatever stands in the address and in the title', () => {
  const code = embedCode('https://example.org/?embed=1&fail=payment&x="<', 'A "shop" & more');
  expect(code).toContain('src="https://example.org/?embed=1&amp;fail=payment&amp;x=&quot;&lt;"');
  expect(code).toContain('title="A &quot;shop&quot; &amp; more"');
  expect(code.match(/"/g)).toHaveLength(8);
});
