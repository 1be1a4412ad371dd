import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';

/**
 * Returns the text of the QR code on the page, read from a screenshot by zbarimg as an independent
 * implementation.
 */
export async function zbarimg(code: Locator): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-qr-'));
  try {
    const path = join(folder, 'qr.png');
    await code.screenshot({ path });
    return execFileSync('zbarimg', ['--quiet', '--raw', path], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
