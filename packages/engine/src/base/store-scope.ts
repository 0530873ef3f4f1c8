/** The stores that a caller may see: all of them, also those that are added later, or just the ids listed (maybe none). */
export type StoreScope = 'all' | readonly string[];

/** Whether a store lies in the scope. */
export function scopeIncludes(scope: StoreScope, storeId: string): boolean {
  return scope === 'all' || scope.includes(storeId);
}

/**
 * The scope as the value of one query parameter, for the condition `($1::text[] IS NULL OR ubicacion_id = ANY ($1))`:
 * null lets everything pass, an empty list nothing.
 */
export function scopeParameter(scope: StoreScope): readonly string[] | null {
  return scope === 'all' ? null : scope;
}
