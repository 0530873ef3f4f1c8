/** What drafts need of a tab's storage. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const kept = new Map<string, string>();

/** In the place of a storage that the browser forbids. */
const memory: TabStorage = {
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, text) => void kept.set(name, text),
  removeItem: (name) => void kept.delete(name),
};

/** The tab's storage; where it is forbidden even to name it, one that lasts until the page is loaded again. */
export function tabStorage(): TabStorage {
  try {
    return sessionStorage;
  } catch {
    return memory;
  }
}
