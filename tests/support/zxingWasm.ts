import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** Replaces the bundler's address of the wasm file in tests without a bundle. */
export default `data:application/wasm;base64,${readFileSync(file, 'base64')}`;
