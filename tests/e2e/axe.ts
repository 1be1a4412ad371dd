import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

interface Look {
  readonly name: string;
  readonly media: Media;
  readonly dir?: 'rtl';
  /** The width of the window in CSS pixels. Default: as the test left it. */
  readonly width?: number;
}

const plain: readonly Look[] = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
];

const every: readonly Look[] = [
  ...plain,
  { name: 'right to left', media: { colorScheme: 'light' }, dir: 'rtl' },
  { name: 'more contrast, light', media: { colorScheme: 'light', contrast: 'more' } },
  { name: 'more contrast, dark', media: { colorScheme: 'dark', contrast: 'more' } },
  { name: 'forced colours', media: { forcedColors: 'active' } },
  { name: '320 px', media: { colorScheme: 'light' }, width: 320 },
  { name: '640 px', media: { colorScheme: 'light' }, width: 640 },
];

const asUsual: Media = {
  colorScheme: null,
  contrast: null,
  forcedColors: null,
  reducedMotion: null,
};

async function expectNone(page: Page, looks: readonly Look[]): Promise<void> {
  const usualDir = await page.evaluate(() => document.documentElement.dir);
  const turn = (dir: string) => page.evaluate((to) => (document.documentElement.dir = to), dir);
  // Uses the debugger, because the extension's CSP allows no injected script.
  await page.evaluate(source);
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const);
  for (const { name, media, dir, width: narrow } of looks) {
    if (narrow) await page.setViewportSize({ width: narrow, height });
    await page.emulateMedia({ ...asUsual, reducedMotion: 'reduce', ...media });
    await turn(dir ?? usualDir);
    const violations = await page.evaluate(
      `axe.run(${JSON.stringify(rules)}).then(({ violations }) => violations)`,
    );
    const lines = (violations as readonly Violation[]).flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`),
    );
    expect(lines, `axe, ${name}, ${page.url()}`).toEqual([]);
    if (!narrow) continue;
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled, `sideways scroll, ${name}, ${page.url()}`).toBeLessThanOrEqual(narrow);
  }
  if (looks.some((look) => look.width)) await page.setViewportSize({ width, height });
  await turn(usualDir);
  await page.emulateMedia(asUsual);
}

/**
 * Fails with the rule and the element if axe finds a violation on the current page in the light or dark theme.
 */
export const expectAccessible = (page: Page): Promise<void> => expectNone(page, plain);

/**
 * Fails like `expectAccessible`, and also checks the page right to left, in high contrast, in forced colors and in narrow
 * windows.
 */
export const expectAccessibleInAnyLook = (page: Page): Promise<void> => expectNone(page, every);
