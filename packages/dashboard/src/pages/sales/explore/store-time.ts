const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of an instant by a store's clock, `10:32 a. m.`; it is the time that its receipts carry. */
export function storeTime(instant: string, zone: string, tag: string): string {
  const key = `${tag} ${zone}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone: zone });
  formats.set(key, format);
  return format.format(Date.parse(instant));
}
