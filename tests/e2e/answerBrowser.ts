import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';

export interface BrowserQuestion {
  /** Makes the browser ask. */
  readonly ask: () => Promise<unknown>;
  /** Presses a key, by xdotool's name. */
  readonly press: (key: string) => Promise<unknown>;
  /** The keys that lead to the wanted choice. */
  readonly keys: readonly string[];
  readonly isAnswered: () => Promise<boolean>;
}

/**
 * Answers a prompt of the browser itself. No driver sees it, and browsers ignore a response soon after it
 * appears: then the prompt is canceled and shown again, with twice the waiting time.
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
