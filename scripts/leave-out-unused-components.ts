import type { Plugin } from 'vite';

/** At the foot of a component: it keeps those that nobody uses, and only developer tools read it. */
const displayName = /^\w+\.displayName = '\w+';$/gm;

/**
 * Lets the build leave out what this page does not use of React Flow: its map, its controls, its handles to
 * resize a node. Their names are written to them when the library is loaded, and what runs then is kept.
 */
export function leaveOutUnusedComponents(): Plugin {
  return {
    name: 'leave-out-unused-components',
    apply: 'build',
    transform: {
      filter: { id: /@xyflow\/react\/dist\/esm\/index\.js$/ },
      handler: (code) => ({ code: code.replace(displayName, ''), map: null }),
    },
  };
}
