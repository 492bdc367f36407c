import { app } from './app';
import { canvas } from './canvas';
import { comparison } from './comparison';
import { controls } from './controls';
import { inspector } from './inspector';
import { notices } from './notices';
import { timeline } from './timeline';

/** Every Spanish text of the page. Their keys and placeholders are those of all languages. */
export const page = {
  ...app,
  ...canvas,
  ...comparison,
  ...controls,
  ...inspector,
  ...notices,
  ...timeline,
};
