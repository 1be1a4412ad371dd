import axe from 'axe-core';
import { expect } from 'vitest';
import { painted } from './painted';

const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** A colour on its way from one theme to the other has a contrast of its own. */
const settled = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter((animation) => animation instanceof CSSTransition)
      .map((transition) => transition.finished),
  );

/** Fails, naming rule and element, on whatever axe finds in the page as it stands, light and dark. */
export async function expectNoBarriers(): Promise<void> {
  const { dataset } = document.documentElement;
  document.documentElement.lang = 'en';
  document.title = 'Larkfield';
  for (const theme of ['light', 'dark']) {
    dataset['theme'] = theme;
    await painted();
    await settled();
    const { violations } = await axe.run(document, rules);
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      `axe, ${theme}`,
    ).toEqual([]);
  }
  delete dataset['theme'];
}
