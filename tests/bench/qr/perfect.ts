import type { Sample } from './Sample';
import { sheet } from './Sheet';
import { black, put, white } from './screens';
import { sideOf, type Style } from './stampCode';

const levels = ['L', 'M', 'Q', 'H'] as const;

/** Yields undistorted codes of every version and error correction level. */
export function* perfect(): Generator<Sample> {
  for (const level of levels)
    for (let minVersion = 1; minVersion <= 40; minVersion++) {
      const text = `${level} ${minVersion}`;
      const style: Style = { dark: black, light: white, level, minVersion };
      const size = sideOf(text, style) * 3;
      const picture = sheet(size, size, white);
      put(picture, text, style, { left: 0, top: 0, size }, 0);
      yield { kind: 'perfect, versions 1 to 40', set: 'perfect', picture, texts: [text] };
    }
}
