import { enrollment } from './content';
import type { Random } from './random';
import { sheet, type Color } from './Sheet';
import { page, put, screens, white, black } from './screens';
import { sideOf, type Style } from './stampCode';

const plainStyle: Style = { dark: black, light: white };
export const night: Color = [24, 26, 32];
export const day: Color = [225, 228, 235];

/** Draws a dark code and a light code on the same page, as on a page that shows both of its themes. */
export function bothPolarities(by: Random) {
  const on = page(by, white, black, by.pick(screens));
  const texts = [enrollment(by), enrollment(by)];
  texts.forEach((text, i) => {
    const style = i === 0 ? plainStyle : { dark: day, light: night };
    const size = sideOf(text, style) * by.whole(3, 6);
    const column = Math.floor(on.width / 2);
    const left = i * column + by.whole(20, column - size - 20);
    put(on, text, style, { left, top: by.whole(30, on.height - size - 30), size });
  });
  return { picture: on, texts };
}

/** Draws 17 to 24 codes in a grid, as on a printed sheet of accounts. */
export function printed(by: Random) {
  const on = sheet(1920, 1080, white);
  const texts = Array.from({ length: by.whole(17, 24) }, () => enrollment(by));
  texts.forEach((text, i) => {
    const size = sideOf(text, plainStyle) * 4;
    put(on, text, plainStyle, {
      left: 20 + (i % 6) * 315,
      top: 10 + Math.floor(i / 6) * 265,
      size,
    });
  });
  return { picture: on, texts };
}

/** Draws light modules on a transparent background, as on dark pages. */
export function onNothing(by: Random) {
  const text = enrollment(by);
  const size = sideOf(text, plainStyle) * by.whole(4, 8);
  const on = sheet(size, size, white);
  put(on, text, plainStyle, { left: 0, top: 0, size }, 0);
  for (let i = 0; i < on.data.length; i += 4) {
    const isLight = on.data[i]! > 127;
    on.data.fill(isLight ? 0 : 255, i, i + 4);
  }
  return { picture: on, texts: [text] };
}
