import * as packaged from './packagedIcons';

/** The icon of a service, as a path on a grid of 24 by 24. */
export interface ServiceIcon {
  readonly slug: string;
  readonly title: string;
  readonly path: string;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(com|org|net|io)$/, '')
    .replace(/[^a-z0-9]/g, '');

/** Every packaged icon, by title. */
export const serviceIcons: readonly ServiceIcon[] = Object.values(packaged);

const bySlug = new Map(serviceIcons.map((icon) => [icon.slug, icon]));
const byName = new Map(serviceIcons.map((icon) => [plain(icon.title), icon]));

/** Returns the icon of a service with exactly this name or slug, or null. */
export const iconOfName = (name: string): ServiceIcon | null =>
  byName.get(plain(name)) ?? bySlug.get(plain(name)) ?? null;

/**
 * Returns the icon that `icon` selects (see `Entry`), or else the icon of the service with this name. Returns
 * null if the entry shows a letter.
 */
export const serviceIcon = (icon: string, name: string): ServiceIcon | null =>
  icon === 'none' ? null : (bySlug.get(icon) ?? iconOfName(name));
