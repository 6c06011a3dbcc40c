// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['TUONGMINH_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom', '@mantine/core', '@mantine/hooks'] },
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The server's content security policy takes fonts and images from files only, never from data addresses.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        // What every page needs comes in few files: each request costs an office line more than the bytes it carries.
        codeSplitting: {
          groups: [
            { name: 'base', test: /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next)[\\/]/, priority: 4 },
            {
              // Dialogs and choosers stay out: what a group names brings all that it imports with it.
              name: 'interface',
              test: /@mantine[\\/](hooks|core[\\/]esm[\\/](core|components[\\/](Button|ActionIcon|UnstyledButton|Input|InputBase|TextInput|Loader|VisuallyHidden)))[\\/]|[\\/]src[\\/]shared[\\/](api|format|session|ui[\\/](feedback[\\/](states|problem-notice|toasts|(confirm|dialog|use-focus-back)\.ts)|layout|icons|mark|state-badge))|[\\/](useMutation|mutationObserver)\.js/,
              minShareCount: 2,
              priority: 3,
            },
            {
              name: 'cards',
              test: /@floating-ui|@mantine[\\/]core[\\/]esm[\\/]components[\\/](Popover|Portal|Transition|FocusTrap|Overlay|Paper|CloseButton)[\\/]/,
              minShareCount: 2,
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
