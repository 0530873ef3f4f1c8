type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The members that are not undefined: for types in which what is not there may not be undefined either. */
export function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}
