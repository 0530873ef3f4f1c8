import { weekChoices, type Weeks } from '../model/index.ts';

/** The choices of weeks as their figure, each with its full name. */
export function weekItems(nameOf: (count: number) => string) {
  return weekChoices.map((count) => ({ name: String(count), content: String(count), label: nameOf(count) }));
}

export function weeksNamed(name: string): Weeks {
  return weekChoices.find((count) => String(count) === name) ?? 12;
}
