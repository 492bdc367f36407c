/** The HTML that shows an address of this page inside another one, as wide as there is room. */
export function embedCode(address: string, title: string): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" ` +
    'style="width: 100%; aspect-ratio: 16 / 10; border: 0" loading="lazy"></iframe>'
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
