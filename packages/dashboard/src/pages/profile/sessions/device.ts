/** The browser and the system that a session was opened with, as people call them. */
export interface Device {
  readonly browser: string;
  readonly system: string;
}

/** The first that fits: each names the others for compatibility. */
const browsers: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];

const systems: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** @returns null for what is no browser that is known: it is shown as it is */
export function deviceOf(agent: string | null): Device | null {
  const first = (all: typeof browsers) => all.find(([, pattern]) => pattern.test(agent ?? ''))?.[0];
  const browser = first(browsers);
  const system = first(systems);
  return browser === undefined || system === undefined ? null : { browser, system };
}
