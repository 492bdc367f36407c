/**
 * The theme that is asked for, before the first picture: a dark figure must not begin as a white flash.
 * What it cannot know yet is left to the page (`app/page-attributes`), which takes over when it has come.
 */
{
  const search = new URLSearchParams(location.search);
  let stored = null;
  // An embed does not show what the visitor has set.
  if (search.get('embed') !== '1') {
    try {
      stored = JSON.parse(localStorage.getItem('faultline:theme'));
    } catch {
      // Nothing can be read here.
    }
  }
  const known = ['auto', 'light', 'dark'];
  const theme = [search.get('theme'), stored].find((one) => known.includes(one)) ?? 'auto';
  if (theme !== 'auto') document.documentElement.dataset.theme = theme;
}
