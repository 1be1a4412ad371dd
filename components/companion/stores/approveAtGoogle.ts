import type { ServiceResult } from './ServiceResult';
import type { ServiceClient } from './createServiceClient';

/** Simulates Google's page. Confirms the person's identity for one sign-in or one fresh proof. */
export async function approveAtGoogle(
  request: ServiceClient,
  sub: string,
): Promise<ServiceResult<string>> {
  const result = await request((api) => api['pretend-google'].approve.$post({ json: { sub } }));
  return result.ok ? { ok: true, value: result.value.assertion } : result;
}
