/** A Playwright or Puppeteer page, which runs a function inside the page. */
interface Inside {
  evaluate<T>(work: () => Promise<T>): Promise<T>;
}

/** A stored value and the bytes that represent it. */
export interface Stored {
  readonly where: string;
  readonly bytes: Buffer;
}

/**
 * Returns everything that the extension has on disk: every IndexedDB database, `storage.local` and
 * `storage.sync`.
 */
export async function dumpStorage(page: Inside): Promise<readonly Stored[]> {
  const found = await page.evaluate(async () => {
    const leaves: { where: string; text?: string; hex?: string }[] = [];

    const walk = (where: string, value: unknown): void => {
      if (value instanceof ArrayBuffer) walk(where, new Uint8Array(value));
      else if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        leaves.push({ where, hex });
      } else if (value instanceof Date) leaves.push({ where, text: value.toISOString() });
      else if (value instanceof Map || value instanceof Set) walk(where, [...value]);
      else if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) {
          leaves.push({ where: `${where} (name)`, text: name });
          walk(`${where}.${name}`, inner);
        }
      else leaves.push({ where, text: String(value) });
    };

    // Inside, because only this function is sent to the page.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });

    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          settled(records.getAllKeys()),
          settled(records.getAll() as IDBRequest<unknown[]>),
        ]);
        walk(`${name}/${store} keys`, keys);
        walk(`${name}/${store}`, values);
      }
      database.close();
    }

    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<'local' | 'sync', { get(keys: null): Promise<object> }> };
    };
    for (const area of ['local', 'sync'] as const)
      walk(`storage.${area}`, await chrome.storage[area].get(null));
    return leaves;
  });
  return found.map(({ where, text, hex }) => ({
    where,
    bytes: hex === undefined ? Buffer.from(text ?? '') : Buffer.from(hex, 'hex'),
  }));
}
