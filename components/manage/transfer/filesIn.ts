import type { ImportFile } from '../../stores/ImportState';

/** Reads the dropped, pasted or chosen files completely. */
export const filesIn = (files: Iterable<File>): Promise<ImportFile[]> =>
  Promise.all(
    Array.from(files, async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );

/** Returns the dropped or pasted files. If there are none, returns the pasted text as one file without a name. */
export function transferred(data: DataTransfer | null): Promise<ImportFile[]> {
  if (data && data.files.length > 0) return filesIn(data.files);
  const text = data?.getData('text/plain') ?? '';
  return Promise.resolve(text.trim() ? [{ name: '', bytes: new TextEncoder().encode(text) }] : []);
}
