// Debian's Chromium with its software WebGL, the same for tests and pictures.
import { chromium } from 'playwright-core';

export const launch = (options = {}) => chromium.launch({
  ...options,
  executablePath: process.env.SHANZHI_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--ignore-gpu-blocklist', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--force-color-profile=srgb',
    '--font-render-hinting=none', '--disable-lcd-text'],
});

/** For a page whose picture nobody looks at: as if the graphics card took no time, which here is software. All that
 *  the program itself does, its calls to the card among it, stays. */
export function leaveOutPainting() {
  for (const kind of [window.WebGLRenderingContext, window.WebGL2RenderingContext])
    for (const call of ['drawElements', 'drawArrays', 'clear']) kind.prototype[call] = () => {};
}
