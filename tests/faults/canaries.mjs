import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const secret = Buffer.from('12345678901234567890');

/** Secrets of the writing page, in every encoding in which a file might contain them. No file may contain any. */
const canaries = [
  'killed@example.org',
  'correct horse',
  'battery staple',
  secret.toString('latin1'),
  secret.toString('base64').replace(/=+$/, ''),
  secret.toString('hex'),
  'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);

/** Returns the files in a browser's profile that contain data of the vault in plain text. */
export const leaksIn = (profile) =>
  readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return canaries.some((canary) => bytes.includes(canary));
    });
