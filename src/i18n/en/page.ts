import { app } from './app';
import { canvas } from './canvas';
import { comparison } from './comparison';
import { controls } from './controls';
import { inspector } from './inspector';
import { notices } from './notices';
import { timeline } from './timeline';

/** Every English text of the page. */
export const page = {
  ...app,
  ...canvas,
  ...comparison,
  ...controls,
  ...inspector,
  ...notices,
  ...timeline,
};
