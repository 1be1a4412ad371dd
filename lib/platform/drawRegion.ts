import type { Region } from '../messages';

/** Minimum side of a drawn rectangle in CSS pixels. Smaller rectangles are ignored as accidental. */
const least = 12;

const styles = `
  :host { all: initial; }
  .shade { position: fixed; inset: 0; cursor: crosshair; background: rgb(0 0 0 / 35%); touch-action: none; }
  .frame { position: fixed; display: none; border: 2px solid #66d3bd; box-shadow: 0 0 0 100vmax rgb(0 0 0 / 35%); }
  .hint {
    position: fixed; inset-block-start: 16px; inset-inline: 0; margin: auto; width: fit-content; max-width: 90vw;
    padding: 8px 16px; border-radius: 8px; background: #17191b; color: #eef0f0; font: 14px/1.4 system-ui, sans-serif;
    pointer-events: none;
  }
`;

/**
 * The key of the global that holds a running selection. Each injection of the script is a separate program in the
 * same world, so all injections share this global.
 */
const running = Symbol.for('tessera/region');

const world: typeof globalThis & { [running]?: () => void } = globalThis;

/**
 * Shows an overlay on which the user draws a rectangle. Returns null if the user presses Esc or draws nothing, if
 * the page removes the overlay, or if another selection starts. The overlay is in a closed shadow root and is
 * removed before this function resolves. Ignores synthetic (untrusted) events.
 */
export function drawRegion(hint: string): Promise<Region | null> {
  world[running]?.();
  const { promise, resolve } = Promise.withResolvers<Region | null>();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const part = (name: string) => {
    const element = root.appendChild(document.createElement('div'));
    element.className = name;
    return element;
  };
  const shade = part('shade');
  const frame = part('frame');
  part('hint').textContent = hint;
  host.popover = 'manual';
  document.documentElement.append(host);
  // A popover is in the top layer, above everything on the page.
  host.showPopover();

  const ended = new AbortController();
  const listen = { capture: true, signal: ended.signal };
  const removal = new MutationObserver(() => {
    if (!host.isConnected) end(null);
  });
  const cancel = () => end(null);
  const end = (region: Region | null) => {
    if (ended.signal.aborted) return;
    ended.abort();
    removal.disconnect();
    host.remove();
    if (world[running] === cancel) delete world[running];
    // The overlay has left the screen after two frames.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(region)));
  };

  world[running] = cancel;
  removal.observe(document, { childList: true, subtree: true });
  host.addEventListener('toggle', (event) => event.newState === 'closed' && cancel(), listen);

  let start: { readonly x: number; readonly y: number } | null = null;
  const between = (event: PointerEvent): Region => ({
    left: Math.min(start?.x ?? 0, event.clientX),
    top: Math.min(start?.y ?? 0, event.clientY),
    width: Math.abs(event.clientX - (start?.x ?? 0)),
    height: Math.abs(event.clientY - (start?.y ?? 0)),
    windowWidth: innerWidth,
    windowHeight: innerHeight,
  });
  const onPointer = (
    name: 'pointerdown' | 'pointermove' | 'pointerup',
    act: (event: PointerEvent) => void,
  ) =>
    window.addEventListener(
      name,
      (event) => {
        if (!event.isTrusted) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        act(event);
      },
      listen,
    );
  onPointer('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY };
    shade.style.background = 'none';
    frame.style.display = 'block';
  });
  onPointer('pointermove', (event) => {
    if (!start) return;
    const { left, top, width, height } = between(event);
    Object.assign(frame.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  });
  onPointer('pointerup', (event) => {
    if (!start) return;
    const region = between(event);
    end(region.width < least || region.height < least ? null : region);
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end(null);
    },
    listen,
  );
  return promise;
}
