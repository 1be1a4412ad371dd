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
 * Responds to a prompt of the browser, which no driver can see. Browsers ignore a response soon after the prompt
 * appears. The prompt is then canceled and shown again, with twice the waiting time.
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
