import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../lib/companion';
import { makeService } from './makeService';

const post = (init: RequestInit & { readonly duplex?: 'half' }) =>
  makeService(memoryStore()).companion.fetch(
    new Request('https://companion.invalid/sign-in', { method: 'POST', ...init }),
  );

describe('the limit of a request body', () => {
  test('81: refuses a body by its announced length', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '20000' };
    expect(await (await post({ headers, body: '{}' })).json()).toMatchObject({ code: 'too_large' });
  });

  test('81: stops reading an endless body and cancels it', async () => {
    let pulled = 0;
    let canceled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
      cancel() {
        canceled = true;
      },
    });
    const response = await post({ body, duplex: 'half' });
    expect(await response.json()).toMatchObject({ code: 'too_large' });
    expect(pulled).toBeLessThan(20);
    expect(canceled).toBe(true);
  });
});
