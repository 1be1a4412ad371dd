import { companionBase, type Serve, type WireRequest, type WireResponse } from './CompanionWire';

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

/** Returns the request in a message, or null if the message is malformed. */
function readRequest(wire: unknown): Request | null {
  if (typeof wire !== 'object' || wire === null) return null;
  const { path, method, headers, body }: Partial<Record<keyof WireRequest, unknown>> = wire;
  if (typeof path !== 'string' || typeof method !== 'string' || !isTexts(headers)) return null;
  if (!path.startsWith('/') || !(body === null || typeof body === 'string')) return null;
  try {
    return new Request(new URL(path, companionBase), { method, headers, body });
  } catch {
    return null;
  }
}

/** Returns the response to the request in a message. Returns status 400 for a malformed message. */
export async function respond(serve: Serve, wire: unknown): Promise<WireResponse> {
  const request = readRequest(wire);
  if (!request) return { status: 400, body: JSON.stringify({ code: 'bad_request', message: '' }) };
  const response = await serve(request);
  return { status: response.status, body: await response.text() };
}
