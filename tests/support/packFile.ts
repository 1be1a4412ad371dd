import { Uint8ArrayWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';

export const packId = '7b9e5c2a-0000-4000-8000-00000000000a';

/** An SVG with its own content in a square of 24 by 24. */
export const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${content}</svg>`;

export const redSquare = svg('<rect width="24" height="24" fill="#f00"/>');

/** Packs files by name as a ZIP. Texts are UTF-8. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { password?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await writer.add(name, new Uint8ArrayReader(bytes));
  }
  return new Uint8Array(await writer.close());
}

/** Packs an icon pack with these rows and files. `changes` replace fields of its `pack.json`. */
export const packZip = (
  icons: readonly unknown[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Uint8Array<ArrayBuffer>> =>
  zipOf({
    'pack.json': JSON.stringify({ uuid: packId, name: 'Shapes', version: 7, icons, ...changes }),
    ...files,
  });
