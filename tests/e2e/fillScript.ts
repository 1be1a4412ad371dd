import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder } from './fixtures';

/** The built script that fills codes, for pages that run it without the extension. */
export const fillScript = readFileSync(join(extensionFolder, 'fill.js'), 'utf8');
