import { brandIcons } from './brandIcons';
import * as packaged from './packagedIcons';

/** The icon of a service, as a path on a square grid. */
export interface ServiceIcon {
  readonly slug: string;
  readonly title: string;
  readonly path: string;
  /** Edge length of the grid. */
  readonly grid: number;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(com|org|net|io)$/, '')
    .replace(/[^a-z0-9]/g, '');

/** Returns the paths of an SVG drawing as one path. */
const pathOf = (svg: string): string =>
  Array.from(svg.matchAll(/ d="([^"]+)"/g), ([, path]) => path).join('');

/** Every packaged icon, by title. */
export const serviceIcons: readonly ServiceIcon[] = [
  ...Object.values(packaged).map(({ slug, title, path }) => ({ slug, title, path, grid: 24 })),
  ...brandIcons.map(([slug, title, svg]) => ({ slug, title, path: pathOf(svg), grid: 16 })),
].toSorted((a, b) => a.title.localeCompare(b.title, 'en'));

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
