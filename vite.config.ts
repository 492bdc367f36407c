import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { canOpenBrowser } from './scripts/can-open-browser.ts';
import { checkedShop } from './scripts/checked-shop.ts';
import { leaveOutUnusedComponents } from './scripts/leave-out-unused-components.ts';

/**
 * Small modules that the page and the embed begin with, and that what is loaded later uses as well: each would
 * be a file of its own, and many small files are larger than one once they are compressed.
 */
const smallParts = [
  'app/theme-switch',
  'architecture/cut',
  'canvas/(?:.*/)?(?:box|canvas-context|edge-route|live-text|replica-rows|slot-grid)',
  'design/(?:icon|inline-select|journey-mark|segmented-control|status-looks)',
  'i18n/format',
  'playback/(?:frame-sampler|use-sampled-frame)',
  'simulation/scripted-fault',
  'timeline/(?:axis|trend-path)',
  'workspace/(?:branches|fault-periods|same-value|use-text)',
];

export default defineConfig({
  // The built page works from any folder of any static host.
  base: './',
  plugins: [react(), checkedShop(), leaveOutUnusedComponents()],
  resolve: {
    alias: {
      'd3-interpolate': fileURLToPath(new URL('src/canvas/no-gliding.ts', import.meta.url)),
      'd3-transition': fileURLToPath(new URL('src/canvas/no-transitions.ts', import.meta.url)),
      // A React that has the store hook itself needs no substitute for it.
      'use-sync-external-store/shim/with-selector.js': 'use-sync-external-store/with-selector.js',
    },
  },
  server: {
    open: canOpenBrowser(),
    // Ready by the time the browser asks: these load their neighbours only when they run.
    warmup: {
      clientFiles: ['./src/app/main.tsx', './src/app/app.tsx', './src/simulation-worker/worker.ts'],
    },
  },
  // Who reads a built worker is no bundler, for which such comments would be.
  worker: { format: 'es', rolldownOptions: { output: { comments: { annotation: false } } } },
  build: {
    target: 'baseline-widely-available',
    // Every browser of that target preloads modules by itself.
    modulePreload: { polyfill: false },
    // No `data:` addresses: a strict Content-Security-Policy would refuse them.
    assetsInlineLimit: 0,
    // What counts is the compressed size, and a browser test watches over it.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // A component that nobody uses is left out.
      treeshake: { manualPureFunctions: ['memo', 'forwardRef'] },
      output: {
        codeSplitting: {
          groups: [
            // One file, with what loads the others; it stays in a browser's cache when the page changes.
            {
              name: 'react',
              test: /preload-helper|node_modules[\\/](?:react|react-dom|scheduler|use-sync-external-store|zustand)[\\/]/,
            },
            { name: 'parts', test: new RegExp(`/src/(?:${smallParts.join('|')})\\.tsx?$`) },
          ],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
});
