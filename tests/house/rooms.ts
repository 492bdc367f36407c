/**
 * Who may import whom. A room is a folder of `src`; it may import itself, the
 * rooms listed here and the packages listed here, and nothing else.
 */
export interface Room {
  rooms: readonly RoomName[];
  packages: readonly string[];
  /** Which door to use instead of importing this room from where it is not allowed. */
  door: string;
}

export type RoomName =
  | 'architecture'
  | 'simulation'
  | 'stories'
  | 'simulation-worker'
  | 'playback'
  | 'design'
  | 'i18n'
  | 'workspace'
  | 'canvas'
  | 'inspector'
  | 'timeline'
  | 'comparison'
  | 'storyline'
  | 'waterfall'
  | 'app'
  | 'embed'
  | 'command';

/** What every feature stands on. */
const belowFeatures: readonly RoomName[] = [
  'architecture',
  'simulation',
  'stories',
  'playback',
  'workspace',
  'design',
  'i18n',
];

const feature: Room = {
  rooms: belowFeatures,
  packages: ['react', 'react-dom'],
  door: 'Features never import each other: put what both need into workspace or playback, or let app hand it over.',
};

export const rooms: Record<RoomName, Room> = {
  architecture: {
    rooms: [],
    packages: ['valibot', 'yaml', 'leven'],
    door: 'Read the document through architecture/document.',
  },
  simulation: {
    rooms: ['architecture'],
    packages: [],
    door: 'The document knows nothing of a run: move what both need into architecture.',
  },
  stories: {
    rooms: ['architecture', 'simulation'],
    packages: [],
    door: 'A story is data about runs: what is below it must not know it.',
  },
  'simulation-worker': {
    rooms: ['architecture', 'simulation', 'stories'],
    packages: ['valibot'],
    door: 'The page reaches the engine through playback.',
  },
  playback: {
    rooms: ['architecture', 'simulation', 'stories', 'simulation-worker'],
    packages: ['react', 'xstate', '@xstate/react'],
    door: 'Playback is for the features and above: what is below must not know who watches.',
  },
  design: {
    rooms: [],
    packages: ['react', 'react-dom', '@fontsource-variable/inter'],
    door: 'Only what is on the page has a look: this room must work without one.',
  },
  i18n: {
    rooms: ['architecture'],
    packages: [],
    door: 'Only the page and its parts speak to a reader: give a typed result and let them word it.',
  },
  workspace: {
    rooms: ['architecture', 'simulation', 'stories', 'i18n'],
    packages: ['react', 'zustand'],
    door: 'Take what you need as an argument: only features, app and embed know what the reader has open.',
  },
  canvas: {
    ...feature,
    packages: [...feature.packages, '@xyflow/react', 'd3-selection', 'd3-zoom'],
  },
  inspector: feature,
  timeline: feature,
  comparison: feature,
  storyline: feature,
  waterfall: feature,
  app: {
    rooms: [
      ...belowFeatures,
      'canvas',
      'inspector',
      'timeline',
      'comparison',
      'storyline',
      'waterfall',
      'embed',
    ],
    packages: ['react', 'react-dom'],
    door: 'Nobody imports app: it puts the others together.',
  },
  embed: {
    rooms: [...belowFeatures, 'canvas', 'inspector', 'timeline', 'comparison', 'storyline'],
    packages: ['react', 'react-dom', 'valibot'],
    door: 'Nobody but app imports embed: it puts features together.',
  },
  command: {
    rooms: ['architecture', 'simulation', 'stories', 'i18n'],
    packages: ['yaml', 'tinypool'],
    door: 'Nobody imports command: move what you need from it into the room that it is about.',
  },
};

/** Rooms that see of the engine only what it promises: the files at the top of `simulation`. */
export const seeOnlyTheContractOfSimulation: readonly RoomName[] = [
  'playback',
  'workspace',
  'canvas',
  'inspector',
  'timeline',
  'comparison',
  'storyline',
  'waterfall',
  'app',
  'embed',
];

/**
 * Folders of the engine that belong to its contract: statistics over results,
 * the laws and the formulas of theory are pure data and plain functions of a
 * document. What runs the engine among them reaches the page through the
 * worker's door alone.
 */
export const openFoldersOfSimulation: readonly string[] = ['replications', 'laws', 'theory'];

/** Rooms that may use Node itself; all others run in a browser. */
export const runOnNode: readonly RoomName[] = ['command'];
