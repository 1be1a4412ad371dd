import {
  createCompanion,
  deliverToMailbox,
  demo,
  memoryStore,
  profileOf,
} from '../../lib/companion';

/** Returns the OpenAPI document of the whole service, including its demo routes. */
export async function readDocument(): Promise<unknown> {
  const companion = createCompanion(
    {
      store: memoryStore(),
      sealingKey: () =>
        crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
      profileOf,
      clock: () => Date.now(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      derive: ({ password }) =>
        crypto.subtle
          .digest('SHA-256', new Uint8Array(password))
          .then((hash) => new Uint8Array(hash)),
      kdfCosts: { memory: 8, passes: 1, lanes: 1 },
      mailer: deliverToMailbox,
      announce: () => {},
    },
    demo,
  );
  const response = await companion.fetch(new Request('https://companion.invalid/openapi.json'));
  return response.json();
}
