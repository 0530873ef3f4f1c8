/** What `.dockerignore` lets through to the builder, of paths relative to the repository: the last line that fits decides. */
export function letsThrough(ignoreFile: string): (path: string) => boolean {
  const rules = ignoreFile
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ pattern: patternOf(line.replace(/^!/, '')), through: line.startsWith('!') }));
  return (path) => rules.findLast(({ pattern }) => pattern.test(path))?.through ?? true;
}

/** A pattern fits a path and all that is below it; `*` stays within a folder, `**` does not. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?');
  return new RegExp(`^${source}(?:/.*)?$`);
}
