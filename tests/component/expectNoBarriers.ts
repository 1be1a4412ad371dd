import axe from 'axe-core';
import { expect } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { painted } from './painted';

const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/**
 * Waits until all transitions have ended. During a transition between themes, axe would measure the wrong
 * contrast.
 */
const settled = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter((animation) => animation instanceof CSSTransition)
      .map((transition) => transition.finished),
  );

/** An appearance of a page: the page's own settings and the system's settings. */
interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly contrast?: 'more';
  readonly dir?: 'rtl';
  /** Whether the system's colors replace the page's colors, as in Windows' contrast themes. */
  readonly forced?: true;
  /** The width of the window in CSS pixels. Default: as the test left it. */
  readonly width?: number;
}

/** 320 px is the narrowest window of WCAG 2.2 (1.4.10), and 640 px a window of 1,280 px at 200 %. */
const plain: readonly Look[] = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: '320 px', theme: 'light', width: 320 },
  { name: '640 px', theme: 'light', width: 640 },
];

const every: readonly Look[] = [
  ...plain,
  { name: 'right to left', theme: 'light', dir: 'rtl' },
  { name: 'more contrast, light', theme: 'light', contrast: 'more' },
  { name: 'more contrast, dark', theme: 'dark', contrast: 'more' },
  { name: 'forced colours', theme: 'light', forced: true },
];

async function putOn({ theme, contrast, dir, forced }: Partial<Look>): Promise<void> {
  const root = document.documentElement;
  root.dir = dir ?? 'ltr';
  for (const [name, value] of [
    ['theme', theme],
    ['contrast', contrast],
  ] as const)
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  const features = [{ name: 'forced-colors', value: forced ? 'active' : 'none' }];
  await cdp().send('Emulation.setEmulatedMedia', { features });
  expect(matchMedia('(forced-colors: active)').matches).toBe(forced === true);
}

/**
 * Returns what reaches beyond the sides of the window or needs a sideways scroll: "the page", controls, and parts
 * other than preformatted text.
 */
function beyondSides(): readonly string[] {
  const { scrollWidth } = document.documentElement;
  const seen = [...document.body.querySelectorAll('*')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const beyond = seen.filter((element) => {
    if (!element.matches('a[href], button, input, select, textarea, [role]')) return false;
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (left < -1 || right > innerWidth + 1);
  });
  const sideways = seen.filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      !element.matches('pre, textarea, input'),
  );
  return [
    ...(scrollWidth > innerWidth ? [`the page: ${scrollWidth} px`] : []),
    ...beyond.concat(sideways).map((element) => element.outerHTML.slice(0, 200)),
  ];
}

/**
 * Fails with the rule and the element of every violation that axe finds on the current page in one of the
 * appearances.
 */
async function expectNone(looks: readonly Look[]): Promise<void> {
  document.documentElement.lang = 'en';
  document.title = 'Larkfield';
  const [width, height] = [innerWidth, innerHeight];
  for (const look of looks) {
    await putOn(look);
    if ((look.width ?? width) !== innerWidth) await page.viewport(look.width ?? width, height);
    await painted();
    await settled();
    const { violations } = await axe.run(document, rules);
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      `axe, ${look.name}`,
    ).toEqual([]);
    if (look.width) expect(beyondSides(), look.name).toEqual([]);
  }
  if (innerWidth !== width) await page.viewport(width, height);
  await putOn({});
}

/** Fails if axe finds a violation on the current page in the light or dark theme, or in a narrow window. */
export const expectNoBarriers = (): Promise<void> => expectNone(plain);

/** Fails like `expectNoBarriers`, and also checks the component right to left, in high contrast and in forced colors. */
export const expectNoBarriersInAnyLook = (): Promise<void> => expectNone(every);
