/** The part of `sessionStorage` that is used: each tab has drafts of its own. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The fields of `typed` that differ from what is saved. */
export function changesOf<Form extends object>(saved: Form, typed: Partial<Form>): Partial<Form> {
  const changed = Object.entries(typed).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(saved, field)),
  );
  return Object.fromEntries(changed) as Partial<Form>;
}

/** The fields that were typed and kept, as far as the form has such. */
export function readDraft<Form extends object>(storage: DraftStorage, name: string, form: Form): Partial<Form> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return {};
    const fits = Object.entries(kept).filter(([field, value]) => {
      const own: unknown = Reflect.get(form, field);
      return typeof own === typeof value && Array.isArray(own) === Array.isArray(value);
    });
    return Object.fromEntries(fits) as Partial<Form>;
  } catch {
    return {};
  }
}

/** Keeps what was typed; nothing of it is kept where nothing differs. */
export function keepDraft(storage: DraftStorage, name: string, typed: object): void {
  try {
    if (Object.keys(typed).length === 0) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(typed));
  } catch {
    // Storage may be full or forbidden: the draft then lasts as long as the form.
  }
}
