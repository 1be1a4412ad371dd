import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';

export interface BrowserQuestion {
  /** Does what makes the browser ask. */
  readonly ask: () => Promise<unknown>;
  /** Presses a key, in xdotool's words. */
  readonly press: (key: string) => Promise<unknown>;
  /** The keys that lead to the wanted answer. */
  readonly keys: readonly string[];
  readonly isAnswered: () => Promise<boolean>;
}

/**
 * Answers a question of the browser's own. No driver sees it, and browsers take no answer that comes too soon
 * after it has shown: what was answered too soon is called off and asked again, with twice the time.
 */
export async function answerBrowser(question: BrowserQuestion): Promise<void> {
  const { ask, press, keys, isAnswered } = question;
  let slowness = 1000;
  await expect(async () => {
    await press('Escape');
    await ask();
    slowness *= 2;
    await setTimeout(slowness);
    for (const key of keys) await press(key);
    await expect.poll(isAnswered, { timeout: 10_000 }).toBe(true);
  }).toPass();
}
