/**
 * Returns package, version and license of each entry of a THIRD-PARTY-NOTICES.txt. Omits works without a version, which
 * are part of another package.
 */
const entriesOf = (notices) =>
  [...notices.matchAll(/^-{72}\n(\S+) (\d\S*) \((.+)\)$/gm)].map(([, name, version, license]) => ({
    name,
    version,
    license,
  }));

/** Returns a license as CycloneDX names it: one identifier, or an expression of several. */
const licenseOf = (license) =>
  / (OR|AND|WITH) /.test(license) ? { expression: license } : { license: { id: license } };

/** Returns the hash of a package's archive from the lock file's Subresource Integrity text (`sha512-…`, base64). */
const hashesOf = (integrity) => {
  const [algorithm, value] = integrity?.split('-', 2) ?? [];
  return algorithm === 'sha512'
    ? [{ alg: 'SHA-512', content: Buffer.from(value, 'base64').toString('hex') }]
    : undefined;
};

/**
 * Returns the bill of materials of a release: every package that is in one of its bundles, in CycloneDX 1.6
 * (https://cyclonedx.org/docs/1.6/json/). It has no time and no serial number, so that equal releases have equal bills.
 * @param {{ version: string, notices: string[], lock: { packages: Record<string, { version?: string, integrity?: string }> } }} release
 *   its version, the notices file of each package, and the lock file
 * @returns {string} JSON
 */
export const billOfMaterials = ({ version, notices, lock }) => {
  const bundled = new Map(
    notices.flatMap(entriesOf).map((entry) => [`${entry.name}@${entry.version}`, entry]),
  );
  const components = [...bundled.values()]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version: its, license }) => {
      const locked = Object.entries(lock.packages).find(
        ([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === its,
      );
      const purl = `pkg:npm/${name.replace('@', '%40')}@${its}`;
      return {
        type: 'library',
        'bom-ref': purl,
        name,
        version: its,
        purl,
        licenses: [licenseOf(license)],
        hashes: hashesOf(locked?.[1].integrity),
      };
    });
  const self = `pkg:npm/tessera@${version}`;
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': self,
          name: 'tessera',
          version,
          licenses: [{ license: { id: 'MIT' } }],
        },
      },
      components,
      dependencies: [{ ref: self, dependsOn: components.map(({ purl }) => purl) }],
    },
    null,
    2,
  )}\n`;
};
