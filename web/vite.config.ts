import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { worldMap } from './world.js';

/** The application as static files. Everything comes from its own address: nothing is inlined, so that the page needs no exception from its policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), worldMap()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7357' } },
});
