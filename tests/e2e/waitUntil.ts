import { expect } from '@playwright/test';
import type { EvaluateFunc, Page } from 'puppeteer-core';

/**
 * Evaluates a function in the page until it returns a truthy value. Returns that value. The driver's own
 * `waitForFunction` builds the function from text, which the content security policy of an extension page forbids in
 * Firefox.
 */
export async function waitUntil<Args extends unknown[], Look extends EvaluateFunc<Args>>(
  page: Page,
  look: Look,
  ...args: Args
): Promise<Awaited<ReturnType<Look>>> {
  let found: Awaited<ReturnType<Look>> | undefined;
  const ask = async () => {
    // A page that navigates can't be evaluated.
    found = await page.evaluate(look, ...args).catch(() => undefined);
    return Boolean(found);
  };
  await expect.poll(ask).toBe(true);
  return found as Awaited<ReturnType<Look>>;
}
