import { defineConfig } from 'wxt';
import { cleanDependencies } from './tests/support/cleanDependencies.mjs';
import { recordChunkModules } from './tests/support/chunkModules.mjs';
import { collectNotices } from './tests/support/notices.mjs';
import { packTexts } from './tests/support/packTexts.mjs';
import { writePrivacyPage } from './tests/support/privacyPage.mjs';
import { pagePolicy } from './tests/support/pagePolicy.mjs';
import { missingInSafari } from './tests/support/safari.mjs';
import {
  pageChunks,
  popupChunks,
  providesShared,
  usesShared,
} from './tests/support/sharedChunks.mjs';

const notices = collectNotices();
const modules = recordChunkModules();
const texts = packTexts();

/** The plugins that every bundle and every worker needs. */
const everywhere = () => [...cleanDependencies(), notices.plugin(), modules.plugin()];

/** Whether a browser uses Chromium's manifest, as Chrome, Edge, Opera, Brave and Vivaldi do. */
const isChromium = (browser: string): boolean => !['firefox', 'safari'].includes(browser);

/**
 * The content security policy of every extension page:
 * - `wasm-unsafe-eval`: Argon2id (hash-wasm) and the QR reader run as WebAssembly in workers.
 * - `connect-src`: the background connects to the sync server that the user chose, which the manifest can't
 *   name. Every page narrows the policy to `'self'` by a policy of its own (`pagePolicy`). Workers that a page
 *   starts still have this wider policy, so tests/architecture.test.ts keeps connections out of their code. The
 *   QR reader fetches its packaged .wasm file from the extension itself.
 * - `blob:` and `data:` images: previews of scanned pictures, and QR codes.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'components/locales' },
  vite: ({ mode }) => ({
    build: {
      modulePreload: {
        polyfill: false,
        // Lazy chunks load from the same disk, so only their styles need preloading.
        resolveDependencies: (_, files, { hostType }) =>
          hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
      },
    },
    // The page policy applies only in production, because Vite's server in development has another origin.
    plugins: [...everywhere(), ...(mode === 'production' ? [pagePolicy()] : [])],
    // The reader's worker loads its decoders on demand, and only module workers can do that.
    worker: {
      format: 'es',
      plugins: () => [...everywhere(), ...(mode === 'production' ? [usesShared()] : [])],
    },
  }),
  hooks: {
    'build:publicAssets'(wxt, files) {
      // Only Chromium reads the schema of managed storage.
      if (!isChromium(wxt.config.browser))
        files.splice(
          0,
          Infinity,
          ...files.filter(({ relativeDest }) => relativeDest !== 'managed_schema.json'),
        );
    },
    'build:done'(wxt) {
      notices.write(wxt.config.outDir);
      modules.write(wxt.config.outDir);
      writePrivacyPage(wxt.config.outDir);
      if (wxt.config.command === 'build') texts.write(wxt.config.outDir);
      if (wxt.config.browser === 'safari')
        for (const { feature, api } of missingInSafari)
          wxt.logger.warn(`Missing in Safari: ${feature} (${api})`);
    },
    // The popup is built separately. In a common build, its code would be spread over dozens of shared files with
    // much code that the popup never runs. The largest chunks that both builds load on demand are in the package
    // only once.
    'entrypoints:grouped'(_wxt, groups) {
      for (const group of groups.filter(Array.isArray)) {
        const at = group.findIndex(({ name }) => name === 'popup');
        if (at >= 0) groups.push(group.splice(at, 1));
      }
    },
    'vite:build:extendConfig'([entrypoint, ...others], config) {
      const output = config.build?.rollupOptions?.output;
      const isPopup = entrypoint?.name === 'popup' && others.length === 0;
      const isPages = [entrypoint, ...others].some((one) => one?.name === 'manage');
      config.plugins = [
        ...(config.plugins ?? []),
        ...(isPopup ? [usesShared()] : []),
        ...(isPages ? [providesShared(), texts.readsPacked()] : [texts.notesUses()]),
      ];
      if (!output || Array.isArray(output)) return;
      // Style sheets are named by content alone, so that the popup and the pages share equal ones.
      if (isPopup || isPages)
        output.assetFileNames = ({ names }) =>
          names.some((name) => name.endsWith('.css'))
            ? 'assets/styles-[hash][extname]'
            : 'assets/[name]-[hash][extname]';
      if (isPopup) output.codeSplitting = { groups: popupChunks };
      if (isPages) output.codeSplitting = { groups: pageChunks };
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'alarms',
      ...(browser === 'safari' ? [] : ['idle']),
      'contextMenus',
      ...(isChromium(browser) ? ['offscreen', 'sidePanel'] : []),
    ],
    // A frame of another host is filled only after the user granted the permission for that host.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    optional_permissions: [...(browser === 'safari' ? [] : ['clipboardRead']), 'clipboardWrite'],
    ...(isChromium(browser) && {
      minimum_chrome_version: '128',
      side_panel: { default_path: 'popup.html' },
      storage: { managed_schema: 'managed_schema.json' },
    }),
    action: { default_title: '__MSG_extension_name__' },
    // Keyboard shortcuts that no browser menu uses in any language. No system uses them to switch the keyboard
    // layout, as Alt+Shift with a letter does. Each browser lets the user change the shortcuts.
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Comma' },
      },
      'lock-vault': {
        suggested_key: { default: 'Alt+Period' },
        description: '__MSG_vault_lockNow__',
      },
      'fill-code': {
        suggested_key: { default: 'Alt+0' },
        description: '__MSG_popup_fill_command__',
      },
    },
    // In development, Vite's server needs connections that production builds never make.
    ...(mode === 'production' && {
      content_security_policy: { extension_pages: contentSecurityPolicy },
    }),
    // Safari 18.4 is the first with iterator helpers.
    ...(browser === 'safari' && {
      browser_specific_settings: { safari: { strict_min_version: '18.4' } },
    }),
    ...(browser === 'firefox' && {
      // Firefox would otherwise open the sidebar after the installation.
      sidebar_action: {
        default_title: '__MSG_extension_name__',
        default_panel: 'popup.html',
        open_at_install: false,
      },
      // No browser passes plain otpauth: links to extensions. Firefox passes links whose scheme has one of these
      // prefixes.
      protocol_handlers: ['web+otpauth', 'ext+otpauth'].map((protocol) => ({
        protocol,
        name: 'Tessera',
        uriTemplate: '/manage.html#/add?link=%s',
      })),
      browser_specific_settings: {
        gecko: {
          id: 'tessera@authenticator',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
