import type { Secrets } from '../define/template.ts';

/** A shorter one may stand in a sentence by chance. */
const shortest = 4;

/** Knows which secrets were asked for, and keeps them out of what people read: servers repeat what they do not like. */
export class HiddenSecrets {
  readonly #secrets: Secrets;
  readonly #known = new Map<string, string>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  lookUp(name: string): string | undefined {
    const value = this.#secrets(name);
    if (value !== undefined && value.length >= shortest) this.#known.set(value, `\${${name}}`);
    return value;
  }

  /** The text with the names of secrets instead of the secrets. */
  hide(text: string): string {
    return [...this.#known].reduce(
      (shown, [value, name]) => shown.replaceAll(value, () => name).replaceAll(encodeURIComponent(value), () => name),
      text,
    );
  }
}
