import * as packaged from './packagedIcons';

/** The drawing of a service: a path on a grid of 24 by 24. */
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

/** Every icon that comes with the extension, by title. */
export const serviceIcons: readonly ServiceIcon[] = Object.values(packaged);

const bySlug = new Map(serviceIcons.map((icon) => [icon.slug, icon]));
const byName = new Map(serviceIcons.map((icon) => [plain(icon.title), icon]));

/** The icon of a service by its exact name or slug; null where none is known. */
export const iconOfName = (name: string): ServiceIcon | null =>
  byName.get(plain(name)) ?? bySlug.get(plain(name)) ?? null;

/** What an entry says of its icon (see Entry), or what its name says by itself; null for a letter. */
export const serviceIcon = (icon: string, name: string): ServiceIcon | null =>
  icon === 'none' ? null : (bySlug.get(icon) ?? iconOfName(name));
