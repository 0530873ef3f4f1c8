import { access } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readFeedFile, type FeedRule } from '../description/index.ts';

/** What describes files: for each, the rules of the one feed.json that is about it. */
export interface Rules {
  /** @throws FluxionError FEED_UNREADABLE, SOURCE_UNREADABLE about the feed.json */
  of(path: string): Promise<readonly FeedRule[] | undefined>;
}

/** The same rules for all. */
export function rulesFrom(described: readonly FeedRule[]): Rules {
  return { of: async () => described };
}

/**
 * Rules from the files themselves: NAME.feed.json beside a file, with or without its ending; else the feed.json of its folder
 * or of the nearest one above.
 */
export function rulesBeside(): Rules {
  const read = new Map<string, Promise<readonly FeedRule[] | undefined>>();
  const rulesIn = (path: string) => {
    const rules = read.get(path) ?? readFeedFile(path);
    read.set(path, rules);
    return rules;
  };
  const upwards = async (folder: string): Promise<readonly FeedRule[] | undefined> => {
    const parent = dirname(folder);
    return (await rulesIn(join(folder, 'feed.json'))) ?? (parent === folder ? undefined : await upwards(parent));
  };
  return {
    async of(path) {
      const absolute = resolve(path);
      const name = basename(absolute);
      const stem = name.replace(/\.(?:gz|zst)$/i, '').replace(/(?!^)\.[^.]*$/, '');
      for (const own of new Set([`${name}.feed.json`, `${stem}.feed.json`])) {
        const file = join(dirname(absolute), own);
        if (await exists(file)) return await rulesIn(file);
      }
      return await upwards(dirname(absolute));
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
