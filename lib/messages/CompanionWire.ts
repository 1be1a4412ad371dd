/** A request as plain JSON, which every browser can pass between contexts. */
export interface WireRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface WireResponse {
  readonly status: number;
  readonly body: string;
}

/** The base URL of the companion's client. Requests to it never reach a network. */
export const companionBase = 'https://companion.invalid';

/** The channel on which the background announces changes of the companion. */
export const companionChanges = 'companion-changes';

/** Handles a request as a server does. Never throws. */
export type Serve = (request: Request) => Promise<Response>;
