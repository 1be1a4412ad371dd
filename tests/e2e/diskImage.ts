import type { Page } from '@playwright/test';

/** The extension API that the functions use inside the page. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(values: object): Promise<void>;
    };
  };
};

/** The vault's data in a copy of the disk, from both stores. */
export interface DiskImage {
  readonly heads: readonly string[];
  /** The ids and bytes of the records of both stores. */
  readonly ids: readonly string[];
  readonly records: readonly Buffer[];
}

/** Reads both stores without the extension's code. */
export async function takeImage(page: Page): Promise<DiskImage> {
  const { heads, names, texts } = await page.evaluate(async () => {
    // Inside, because only this function is sent to the page.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });
    const database = await settled(indexedDB.open('tessera-vault'));
    const of = (name: string) => database.transaction(name).objectStore(name);
    const head = await settled(of('meta').get('head') as IDBRequest<string>);
    const keys = (await settled(of('records').getAllKeys())).map(String);
    const values = await settled(of('records').getAll() as IDBRequest<Uint8Array[]>);
    database.close();
    const primary = values.map((value) => btoa(String.fromCodePoint(...value)));
    const stored = await chrome.storage.local.get(null);
    const mirror = Object.entries(stored).filter(([key]) => key.startsWith('vault.record.'));
    return {
      heads: [head, String(stored['vault.head'])],
      names: [...keys, ...mirror.map(([key]) => key.replace('vault.record.', ''))],
      texts: [...primary, ...mirror.map(([, value]) => String(value))],
    };
  });
  return {
    heads,
    ids: [...new Set(names.map((name) => name.replace(/^2\./, '')))],
    records: texts.map((text) => Buffer.from(text, 'base64')),
  };
}

/** Replaces the heads of both stores with the head of another image. The records stay. */
export async function putHead(page: Page, { heads: [head = ''] }: DiskImage): Promise<void> {
  await page.evaluate(async (text) => {
    await chrome.storage.local.set({ 'vault.head': text });
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('tessera-vault');
      opening.addEventListener('error', reject);
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('meta', 'readwrite');
        writing.objectStore('meta').put(text, 'head');
        writing.addEventListener('complete', () => {
          opening.result.close();
          resolve();
        });
      });
    });
  }, head);
}
