import { useSignal } from '@preact/signals';
import { useContext, useEffect } from 'preact/hooks';
import css from './Avatar.module.css';
import { isPicture } from './isPicture';
import { PicturesContext } from './PicturesContext';
import type { ServiceIcon } from './serviceIcons';

export interface AvatarProps {
  /** The issuer, or the account name if there is none. */
  readonly name: string;
  /** The entry's icon. By default, its name selects the icon. */
  readonly icon?: string;
  /** Edge length in CSS pixels. Default: 36. */
  readonly size?: number;
  /** Whether to show the picture or the service's icon, if it exists. */
  readonly icons?: boolean;
}

/** Returns a hue for a name. The same name always has the same hue. */
const hueOf = (name: string): number =>
  Array.from(name).reduce((hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);

/**
 * The picture that the icon names, the service's icon, or the first letter of the name, on a soft color that depends
 * on the name.
 */
export function Avatar({ name, icon = '', size = 36, icons = false }: AvatarProps) {
  const drawing = useSignal<ServiceIcon | null>(null);
  const url = useSignal<string | null>(null);
  const pictures = useContext(PicturesContext);
  useEffect(() => {
    let current = true;
    drawing.value = null;
    url.value = null;
    let stop: (() => void) | undefined;
    // The icons are in a separate chunk, which loads after the codes are shown.
    if (icons)
      void import('./serviceIcons').then(
        ({ serviceIcon }) => current && (drawing.value = serviceIcon(icon, name)),
      );
    if (icons && isPicture(icon))
      void pictures?.().then(
        ({ watch }) => current && (stop = watch(icon, (found) => (url.value = found))),
      );
    return () => {
      current = false;
      stop?.();
    };
  }, [name, icon, icons]);
  return (
    <span
      class={css['avatar']}
      style={{ '--hue': hueOf(name), width: `${size}px`, height: `${size}px` }}
      aria-hidden="true"
    >
      {url.value !== null ? (
        <img src={url.value} alt="" onError={() => (url.value = null)} />
      ) : drawing.value === null ? (
        (Array.from(name.trim())[0] ?? '?').toUpperCase()
      ) : (
        <svg
          width={size * 0.56}
          height={size * 0.56}
          viewBox={`0 0 ${drawing.value.grid} ${drawing.value.grid}`}
          fill="currentColor"
        >
          <path d={drawing.value.path} />
        </svg>
      )}
    </span>
  );
}
