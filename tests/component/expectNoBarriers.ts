import axe from 'axe-core';
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';
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
}

const plain: readonly Look[] = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
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
 * Fails with the rule and the element of every violation that axe finds on the current page in one of the
 * appearances.
 */
async function expectNone(looks: readonly Look[]): Promise<void> {
  document.documentElement.lang = 'en';
  document.title = 'Larkfield';
  for (const look of looks) {
    await putOn(look);
    await painted();
    await settled();
    const { violations } = await axe.run(document, rules);
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      `axe, ${look.name}`,
    ).toEqual([]);
  }
  await putOn({});
}

/** Fails if axe finds a violation on the current page in the light or dark theme. */
export const expectNoBarriers = (): Promise<void> => expectNone(plain);

/** Fails like `expectNoBarriers`, and also checks the component right to left, in high contrast and in forced colors. */
export const expectNoBarriersInAnyLook = (): Promise<void> => expectNone(every);
