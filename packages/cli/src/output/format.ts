const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number with its thousands grouped: `2,108,751`. */
export function formatCount(value: number): string {
  return integers.format(value);
}

/** A number that is read rather than checked: from a million on in millions, `2.1 M`; below, exact. */
export function formatAmount(value: number): string {
  if (value < 1e6) return formatCount(value);
  // Rounded down: 999.96 M are not a thousand million.
  return value < 1e9 ? `${floorToTenth(value / 1e6)} M` : `${floorToTenth(value / 1e9)} billion`;
}

function floorToTenth(value: number): string {
  return (Math.floor(value * 10) / 10).toFixed(1);
}

/** Bytes of memory in binary units: `312 MiB`. */
export function formatBytes(bytes: number): string {
  return `${formatCount(bytes / 1024 ** 2)} MiB`;
}

/** A count with its noun: `1 view`, `12 tables`, `3 indexes`. */
export function plural(amount: number, noun: string): string {
  const ending = amount === 1 ? '' : /(?:s|x|ch|sh)$/.test(noun) ? 'es' : 's';
  return `${formatCount(amount)} ${noun}${ending}`;
}

/** A duration as a person says it: `0.8 s`, `42 s`, `3 min 05 s`, `2 h 10 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${twoDigits(whole % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
