import { browser } from 'wxt/browser';
import { AppError } from '../errors';
import type { WireRequest, WireResponse } from './CompanionWire';
import type { MessageType } from './senders';

const isResponse = (value: unknown): value is WireResponse =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  'body' in value &&
  typeof value.status === 'number' &&
  typeof value.body === 'string';

/**
 * Sends a request to the companion in the background, for `hc(companionBase, { fetch: companionFetch })`. Adds
 * the user agent, as browsers do. Throws `companion/unreachable` if there is no response.
 */
export const companionFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  // The body is read as text, because Firefox has no `Request.body`. Empty text becomes null, because a GET
  // request can't have a body.
  const text = await request.text();
  const wire: WireRequest = {
    path: `${pathname}${search}`,
    method: request.method,
    headers: { 'x-user-agent': navigator.userAgent, ...Object.fromEntries(request.headers) },
    body: text === '' ? null : text,
  };
  const message = { type: 'companion/fetch' satisfies MessageType, request: wire };
  const response: unknown = await browser.runtime.sendMessage(message).catch(() => null);
  if (!isResponse(response)) throw new AppError('companion/unreachable');
  const { status, body } = response;
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
};
