import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../packages/dashboard/src/theme/tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';

const PAIR = /--([\w-]+): light-dark\((#[\da-f]{6,8}), (#[\da-f]{6,8})\)/g;
const tokens = new Map([...css.matchAll(PAIR)].map(([, name, light, dark]) => [name, { light, dark }]));

function color(name: string, theme: Theme): string {
  const value = tokens.get(name)?.[theme];
  if (value === undefined) throw new Error(`No colour --${name}`);
  return value;
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['canvas', 'surface', 'surface-sunken', 'surface-hover', 'surface-overlay'];
const readable: [text: string, ground: string][] = [
  ...['text', 'text-muted', 'text-faint', 'accent', 'warm'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ['text', 'surface-selected'],
  ['text', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['warm', 'warm-soft'],
  ['caution', 'caution-soft'],
  ...['heat-1', 'heat-2', 'heat-3'].map((ground): [string, string] => ['on-heat-low', ground]),
  ...['heat-4', 'heat-5'].map((ground): [string, string] => ['on-heat-high', ground]),
];
const visible: [mark: string, ground: string][] = [
  ['series', 'surface'],
  ['series-compared', 'surface'],
  ...[2, 3, 4, 5, 6].map((line): [string, string] => [`series-${line}`, 'surface']),
  ...['critical', 'low', 'normal', 'excess', 'none'].map((state): [string, string] => [`state-${state}`, 'surface']),
  ['control-edge', 'surface'],
  ['focus', 'surface'],
  ['focus', 'canvas'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(readable)('%s can be read on %s (4.5 to 1)', (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(visible)('%s can be seen on %s (3 to 1)', (mark, ground) => {
    expect(contrast(color(mark, theme), color(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
