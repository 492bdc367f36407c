/** Runs before each file of tests: the page loads the texts of its reader, a test those of both. */
import { loadCatalogue, loadFurtherTexts } from '../../src/i18n/catalogue';
import { languages } from '../../src/i18n/language';

await Promise.all(languages.map(loadCatalogue));
await loadFurtherTexts();
