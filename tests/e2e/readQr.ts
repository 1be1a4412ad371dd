import { execFileSync } from 'node:child_process';
import type { Locator } from '@playwright/test';

/** What a second reader, zbarimg, reads in the QR code that a person sees. */
export async function readQr(picture: Locator): Promise<string> {
  const input = await picture.screenshot();
  return execFileSync('zbarimg', ['--quiet', '--raw', '-'], { input, encoding: 'utf8' }).trim();
}
