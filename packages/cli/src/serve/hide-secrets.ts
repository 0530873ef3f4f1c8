const hidden = '[hidden]';
/** A shorter one is hidden only where its form tells it: it could be a part of any word. */
const shortest = 6;

/** An API token, a session, a key or a one-time link of ours. */
const ownSecret = /\bf[a-z]_[\w-]{20,}/g;
/** The password in an address: what stands between the user's name and the last @ before the host. */
const passwordInUrl = /(\w:\/\/[^\s/:@"']*:)[^\s/"']+@/g;
/** The password of an address that has it as a parameter. */
const passwordParameter = /([?&]password=)[^\s&"'#]+/gi;
const authorization = /\b(Bearer|Basic) +[\w.~+/=-]+/gi;
/** Of a line in JSON, the values that are secret by their name. */
const named = /("(?:authorization|cookie|set-cookie|password|clave|token|enlace|secret|secreto)":)"(?:[^"\\]|\\.)*"/gi;

function passwordsOf(secret: string): readonly string[] {
  if (!URL.canParse(secret)) return [secret];
  const { username, password, protocol, searchParams } = new URL(secret);
  // Of an address only the password is secret; Sentry's has its key in the place of the user.
  const key = protocol.startsWith('http') ? username : '';
  return [password, decodeURIComponent(password), searchParams.get('password') ?? '', key];
}

/** What takes secrets out of a line of the log: those that are known by their form, and those that are given. */
export function secretsHider(secrets: readonly (string | undefined)[]): (line: string) => string {
  const texts = secrets.flatMap((secret) => (secret === undefined ? [] : passwordsOf(secret)));
  const known = texts.filter((text) => text.length >= shortest);
  return (line) => {
    const formless = line
      .replace(named, `$1"${hidden}"`)
      .replace(ownSecret, hidden)
      .replace(passwordInUrl, `$1${hidden}@`)
      .replace(passwordParameter, `$1${hidden}`)
      .replace(authorization, `$1 ${hidden}`);
    return known.reduce((text, secret) => text.replaceAll(secret, hidden), formless);
  };
}
