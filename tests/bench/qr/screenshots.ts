import { denseExport, enrollment } from './content';
import { jpeg } from './jpeg';
import { bothPolarities, day, night, onNothing, printed } from './lightCodes';
import type { Random } from './random';
import type { Sample } from './Sample';
import { cut, fill, type Color, type Sheet } from './Sheet';
import { sideOf, stampCode, type Style } from './stampCode';

import { white, black, screens, page, put, somewhere, whole } from './screens';

const plainStyle: Style = { dark: black, light: white };

function one(by: Random, style: Style, text = enrollment(by), paper = white, ink = black): Sheet {
  const on = page(by, paper, ink);
  put(on, text, style, somewhere(on, by, whole(text, style, by)), (style.quiet ?? 4) < 2 ? 0 : 8);
  return on;
}

type Maker = (by: Random) => { readonly picture: Sheet; readonly texts: readonly string[] };

const styled =
  (style: (by: Random) => Style, paper = white, ink = black): Maker =>
  (by) => {
    const text = enrollment(by);
    return { picture: one(by, style(by), text, paper, ink), texts: [text] };
  };

function several(by: Random) {
  const on = page(by, white, black, by.pick(screens.slice(1)));
  const texts = Array.from({ length: by.whole(2, 4) }, () => enrollment(by));
  const column = Math.floor(on.width / texts.length);
  texts.forEach((text, i) => {
    const size = whole(text, plainStyle, by, 130, 360);
    const top = by.whole(30, on.height - size - 30);
    put(on, text, plainStyle, { left: i * column + by.whole(20, column - size - 20), top, size });
  });
  return { picture: on, texts };
}

/** Draws a hand-selected rectangle around a code, uneven and sometimes inside the quiet zone. */
function region(by: Random) {
  const text = enrollment(by);
  const on = page(by, white, black, by.pick(screens));
  const size = whole(text, plainStyle, by);
  const { left, top } = somewhere(on, by, size);
  put(on, text, plainStyle, { left, top, size });
  const margin = () => by.whole(-Math.floor((size / sideOf(text, plainStyle)) * 3), 25);
  const [x, y] = [left - margin(), top - margin()];
  const [right, bottom] = [left + size + margin(), top + size + margin()];
  return { picture: cut(on, x, y, right - x, bottom - y), texts: [text] };
}

/** Draws a code made of table cells whose fractional sizes were rounded to pixels. */
function table(by: Random) {
  const text = enrollment(by);
  const on = page(by, white, black);
  const side = sideOf(text, plainStyle);
  const module = by.between(2.3, 5.7);
  const size = Math.ceil(side * module);
  const { left, top } = somewhere(on, by, size);
  const snap = (at: number) => Math.floor((Math.floor(at / 1) + 0.5) / module) / side + 0.5 / side;
  const toCode = (x: number, y: number) => [snap(x - left), snap(y - top)] as const;
  fill(on, left - 8, top - 8, size + 16, size + 16, white);
  stampCode(on, text, plainStyle, [left, top, left + size, top + size], toCode, 1);
  return { picture: on, texts: [text] };
}

/** Draws a code whose modules have a fractional size in pixels, antialiased as by a browser's zoom. */
function zoomed(by: Random, low: number, high: number, screen = by.pick(screens)) {
  const text = enrollment(by);
  const on = page(by, white, black, screen);
  const size = sideOf(text, plainStyle) * by.between(low, high);
  const { left, top } = somewhere(on, by, Math.ceil(size));
  put(on, text, plainStyle, { left: left + by.next(), top: top + by.next(), size });
  return { picture: on, texts: [text] };
}

/** The backgrounds of codes without a quiet zone: black to mid gray, and colored. */
const grounds: readonly Color[] = [
  [0, 0, 0],
  [32, 33, 36],
  [22, 27, 34],
  [66, 66, 66],
  [55, 71, 79],
  [96, 125, 139],
  [25, 60, 140],
  [120, 20, 50],
];

function bare(by: Random, style: Style, paper: Color, ink: Color) {
  const text = enrollment(by);
  const on = page(by, paper, ink, by.pick(screens.slice(0, 2)));
  const own = { ...style, quiet: 0 };
  const size = sideOf(text, own) * by.between(3, 8);
  const { left, top } = somewhere(on, by, Math.ceil(size));
  put(on, text, own, { left: Math.round(left), top: Math.round(top), size: Math.round(size) }, 0);
  return { picture: on, texts: [text] };
}

const colors: readonly (readonly [Color, Color])[] = [
  [[24, 60, 160], white],
  [
    [150, 20, 60],
    [255, 240, 230],
  ],
  [
    [10, 90, 60],
    [225, 245, 230],
  ],
  [
    [90, 40, 140],
    [250, 230, 120],
  ],
  [[0, 120, 200], white],
  [[200, 80, 10], white],
];

const makers: Readonly<Record<string, Maker>> = {
  plain: styled(() => plainStyle),
  dark: styled((by) => ({ dark: day, light: night, quiet: by.whole(0, 4) }), night, day),
  colored: styled((by) => {
    const [dark, light] = by.pick(colors);
    return { dark, light };
  }),
  dotted: styled(() => ({ ...plainStyle, shape: 'dots' })),
  rounded: styled(() => ({ ...plainStyle, shape: 'rounded' })),
  logo: styled((by) => ({ ...plainStyle, level: 'H', logo: by.between(0.15, 0.24) })),
  'low quiet zone': styled((by) => ({ ...plainStyle, quiet: by.whole(1, 2) })),
  zoomed: (by) => zoomed(by, 2.2, 7.9),
  JPEG: (by) => {
    const text = enrollment(by);
    const on = page(by, white, black, screens[0]);
    put(on, text, plainStyle, somewhere(on, by, whole(text, plainStyle, by, 130, 400)));
    return { picture: jpeg(on, by.whole(25, 70)), texts: [text] };
  },
  'dense export': (by) => {
    const text = denseExport(by);
    const style: Style = { ...plainStyle, level: 'L' };
    const on = page(by, white, black, by.pick(screens));
    const side = sideOf(text, style);
    const size = side * by.pick([2, 2.5, 3, 3.6, 4, 5]);
    put(on, text, style, somewhere(on, by, Math.min(size, on.height - 70)));
    return { picture: on, texts: [text] };
  },
  'no quiet zone': (by) => bare(by, plainStyle, by.pick(grounds), day),
  'inverted, no quiet zone': (by) =>
    bare(by, { dark: white, light: by.pick(grounds) }, white, black),
  'equally bright': styled(() => ({ dark: [220, 40, 40], light: [40, 140, 40] })),
  'light on transparent': onNothing,
  'sheet of accounts': printed,
  several,
  'light beside dark': bothPolarities,
  region,
  table,
  'small on 4K': (by) => {
    const text = enrollment(by);
    const on = page(by, white, black, screens[2]);
    const size = sideOf(text, plainStyle) * 2;
    put(on, text, plainStyle, somewhere(on, by, size));
    return { picture: on, texts: [text] };
  },
};

/** Yields `count` pictures of each kind. */
export function* screenshots(by: Random, count: number): Generator<Sample> {
  for (const [kind, make] of Object.entries(makers))
    for (let i = 0; i < count; i++) yield { kind, set: 'screenshot', ...make(by) };
  for (let i = 0; i < count; i++) yield { kind: 'tiny', set: 'tiny', ...zoomed(by, 1.4, 2) };
  for (let i = 0; i < count; i++)
    yield { kind: 'no code', set: 'empty', picture: page(by, white, black), texts: [] };
}
