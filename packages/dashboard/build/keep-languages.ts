import type { Plugin } from 'vite';

/** A module of one language's texts inside the component library, `.../intl/calendar/ko-KR.mjs` for instance. */
const LANGUAGE_MODULE = /\/intl\/.*\/([a-z]{2})-[A-Z]{2}\.m?js$/;
const EMPTY = '\0no-texts';

/** Leaves out the texts that the component library carries in languages the dashboard does not speak. */
export function keepLanguages(languages: readonly string[]): Plugin {
  return {
    name: 'keep-languages',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!/[a-z]{2}-[A-Z]{2}\.m?js$/.test(source)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const language = resolved && LANGUAGE_MODULE.exec(resolved.id)?.[1];
      return language && !languages.includes(language) ? EMPTY : resolved;
    },
    load(id) {
      return id === EMPTY ? 'export default {};' : null;
    },
  };
}
