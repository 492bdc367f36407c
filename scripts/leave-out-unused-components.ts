import type { Plugin } from 'vite';

/** At the foot of a component: it keeps those that nobody uses, and only developer tools read it. */
const displayName = /^\w+\.displayName = '\w+';$/gm;

/** This page draws its calls itself and hands over no edges; nothing can be connected by hand. */
const neverShown = ['EdgeRenderer', 'ConnectionLineWrapper', 'Handle'];

/**
 * Lets the build leave out what this page does not use of React Flow: its map, its controls, its handles to
 * resize a node, whose names are written to them when the library is loaded, and what runs then is kept; and
 * all that draws edges, which the library asks for whether there are any or not.
 */
export function leaveOutUnusedComponents(): Plugin {
  return {
    name: 'leave-out-unused-components',
    apply: 'build',
    transform: {
      filter: { id: /@xyflow\/react\/dist\/esm\/index\.js$/ },
      handler: (code) => ({ code: neverShown.reduce(withNothingFor, unnamed(code)), map: null }),
    },
  };
}

function unnamed(code: string): string {
  return `${code.replace(displayName, '')}\nconst nothing = () => null;\n`;
}

function withNothingFor(code: string, component: string): string {
  const use = `jsx(${component},`;
  if (!code.includes(use))
    throw new Error(`React Flow has no <${component}> any more: see what stands in its place.`);
  return code.replaceAll(use, 'jsx(nothing,');
}
