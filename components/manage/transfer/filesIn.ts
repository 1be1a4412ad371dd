import type { ImportFile } from '../../stores/ImportState';

/** The files of a drop, a paste or a picker, read whole. */
export const filesIn = (files: Iterable<File>): Promise<ImportFile[]> =>
  Promise.all(
    Array.from(files, async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );

/** What was dropped or pasted: its files, or else its text as one file without a name. */
export function transferred(data: DataTransfer | null): Promise<ImportFile[]> {
  if (data && data.files.length > 0) return filesIn(data.files);
  const text = data?.getData('text/plain') ?? '';
  return Promise.resolve(text.trim() ? [{ name: '', bytes: new TextEncoder().encode(text) }] : []);
}
