import { browser, type Browser } from 'wxt/browser';
import { AppError, errorCodes, type ErrorCode, type ErrorFacts } from './errors';

/** A request and its response as plain JSON, which passes between contexts in every browser. */
interface WireRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

interface WireResponse {
  readonly status: number;
  readonly body: string;
}

/** Every message between contexts, and the pages that may send it. */
const senders = { 'companion/fetch': ['/options.html'], 'sync/call': ['/manage.html'] } as const;

type MessageType = keyof typeof senders;

/** The base address of the companion's client. It never reaches a network. */
export const companionBase = 'https://companion.invalid';

/** The channel on which the background announces changes of the companion. */
export const companionChanges = 'companion-changes';

/** A rectangle on a page as its window shows it, in CSS pixels from the window's top left. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The size of the window's viewport, which an image of it corresponds to. */
  readonly windowWidth: number;
  readonly windowHeight: number;
}

/** The only message from inside a web page: the drawn rectangle. It gets no response. */
const regionMessage = 'scan/region';

const regionSides: readonly (keyof Region)[] = [
  'left',
  'top',
  'width',
  'height',
  'windowWidth',
  'windowHeight',
];

/** Handles a request like a server. Never throws. */
export type Serve = (request: Request) => Promise<Response>;

const isOurs = (message: unknown): message is { type: MessageType; request: unknown } =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  'request' in message &&
  typeof message.type === 'string' &&
  Object.hasOwn(senders, message.type);

interface Sender {
  readonly id?: string;
  readonly url?: string;
}

/** Returns the path of the extension's page that sent a message, or null for a web page or a content script. */
function ownPath(sender: Sender | undefined): string | null {
  if (sender?.id !== browser.runtime.id || !sender.url || !URL.canParse(sender.url)) return null;
  const page = new URL(sender.url);
  const own = new URL(browser.runtime.getURL('/'));
  return page.protocol === own.protocol && page.host === own.host ? page.pathname : null;
}

/** Whether a page of this extension sent a message or opened a port, rather than a script inside a web page. */
export const isOwnPage = (sender: Sender | undefined): boolean => ownPath(sender) !== null;

/** Whether a page that may send this message sent it. */
const maySend = (type: MessageType, sender: Sender): boolean =>
  senders[type].some((path: string) => path === ownPath(sender));

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

/** Returns the request in a message, or null for any other message. */
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

async function respond(serve: Serve, wire: unknown): Promise<WireResponse> {
  const request = readRequest(wire);
  if (!request) return { status: 400, body: JSON.stringify({ code: 'bad_request', message: '' }) };
  const response = await serve(request);
  return { status: response.status, body: await response.text() };
}

type Tab = Pick<Browser.tabs.Tab, 'id' | 'windowId'>;

const isRegion = (value: unknown): value is Region =>
  typeof value === 'object' &&
  value !== null &&
  regionSides.every((side) => {
    const length: unknown = Reflect.get(value, side);
    return typeof length === 'number' && length >= -1e6 && length <= 1e6;
  });

/** Returns the drawn rectangle and its tab, or null for any other message. */
function readRegion(
  message: unknown,
  sender: { id?: string; tab?: Tab },
): { readonly region: Region; readonly tab: Tab } | null {
  if (typeof message !== 'object' || message === null || sender.id !== browser.runtime.id)
    return null;
  const { type, region }: { type?: unknown; region?: unknown } = message;
  return type === regionMessage && isRegion(region) && sender.tab
    ? { region, tab: sender.tab }
    : null;
}

/** Runs a sync call of the manage page. */
export type CallSync = (method: string, parameters: readonly unknown[]) => Promise<unknown>;

/** The result of a call. Only the code and the facts of an error reach the page. */
interface CallResult {
  readonly value?: unknown;
  readonly failure?: { readonly code: ErrorCode; readonly facts: ErrorFacts };
}

async function answerCall(call: CallSync, wire: unknown): Promise<CallResult> {
  try {
    if (typeof wire !== 'object' || wire === null) throw new AppError('unexpected');
    const { method, parameters }: { method?: unknown; parameters?: unknown } = wire;
    if (typeof method !== 'string' || !Array.isArray(parameters)) throw new AppError('unexpected');
    return { value: await call(method, parameters) };
  } catch (error) {
    const { code, facts } = error instanceof AppError ? error : new AppError('unexpected');
    return { failure: { code, facts } };
  }
}

/**
 * Listens for all messages of the extension, in the background. The single listener is synchronous and claims only
 * messages that it responds to: an async one would claim everyone's. A sender that isn't allowed gets no response, and
 * `onRefused` is called. `onRegion` receives the drawn rectangle, `sync` the sync calls of the manage page.
 */
export function listen(
  companion: Serve,
  onRefused: () => void,
  onRegion: (region: Region, tab: Tab) => void,
  sync: CallSync = () => Promise.reject(new AppError('unexpected')),
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const drawn = readRegion(message, sender);
    if (drawn) onRegion(drawn.region, drawn.tab);
    if (!isOurs(message)) return undefined;
    if (!maySend(message.type, sender)) {
      onRefused();
      return undefined;
    }
    if (message.type === 'sync/call') {
      void answerCall(sync, message.request).then(sendResponse);
      return true;
    }
    const broken = { status: 500, body: JSON.stringify({ code: 'fault', message: '' }) };
    respond(companion, message.request).then(sendResponse, () => sendResponse(broken));
    return true;
  });
}

const isResponse = (value: unknown): value is WireResponse =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  'body' in value &&
  typeof value.status === 'number' &&
  typeof value.body === 'string';

/**
 * A `fetch` to the companion in the background, for `hc(companionBase, { fetch: companionFetch })`. Like a
 * browser, it sends its user agent. Throws `companion/unreachable` without a response.
 */
export const companionFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  // Reads the text, because requests have no `body` in Firefox. An empty text becomes null, because a GET can't have a
  // body.
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

/** Sends the drawn rectangle to the background, from inside a page. */
export async function sendRegion(region: Region): Promise<void> {
  await browser.runtime.sendMessage({ type: regionMessage, region }).catch(() => undefined);
}

const isErrorCode = (value: unknown): value is ErrorCode =>
  errorCodes.some((code) => code === value);

/** Calls sync in the background. Throws the call's `AppError`, or `unexpected` for any other error. */
export const callSync: CallSync = async (method, parameters) => {
  const message = { type: 'sync/call' satisfies MessageType, request: { method, parameters } };
  const result: CallResult | undefined = await browser.runtime.sendMessage(message);
  const { failure } = result ?? { failure: { code: 'unexpected', facts: {} } };
  if (failure)
    throw new AppError(isErrorCode(failure.code) ? failure.code : 'unexpected', failure.facts);
  return result?.value;
};
