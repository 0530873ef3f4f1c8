const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of an instant by a store's clock, `10:32 a. m.`: the one that its receipts carry. Null if either is not known. */
export function storeTime(instant: string | null, zone: string | null, tag: string): string | null {
  if (instant === null || zone === null) return null;
  const key = `${tag} ${zone}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone: zone });
  formats.set(key, format);
  return format.format(Date.parse(instant));
}
