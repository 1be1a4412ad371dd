import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';

/** The earliest date that a ZIP can store, so that the archive doesn't depend on the build time. */
const noDate = new Date(1980, 0, 1);

/**
 * Packs files so that equal files give equal bytes, whatever the time, the time zone and the order they came in.
 * @param {{ name: string, bytes: Uint8Array }[]} files each with its path in the archive, with `/` between folders
 * @returns {Promise<Uint8Array>} the archive
 */
export const reproducibleZip = async (files) => {
  const writer = new ZipWriter(new BlobWriter(), {
    level: 9,
    useWebWorkers: false,
    useCompressionStream: false,
    extendedTimestamp: false,
    lastModDate: noDate,
    // Leaves out the operating system and file modes.
    msDosCompatible: true,
    versionMadeBy: 20,
    dataDescriptor: false,
  });
  for (const { name, bytes } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    // oxlint-disable-next-line no-await-in-loop -- one after the other, in this order
    await writer.add(name, new Uint8ArrayReader(bytes));
  const blob = await writer.close();
  return new Uint8Array(await blob.arrayBuffer());
};
