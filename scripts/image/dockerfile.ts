/** One instruction of a Dockerfile: `COPY --from=build /app/x x` has the flag `from` and two words. */
export interface Instruction {
  readonly keyword: string;
  readonly flags: Readonly<Record<string, string>>;
  /** What follows the flags, on one line. */
  readonly rest: string;
}

/** One stage: from a FROM to the next. */
export interface Stage {
  /** Empty for a stage without a name: the image itself. */
  readonly name: string;
  /** What it begins with. */
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

/** The instructions' lines, each whole: comments are gone, and lines that end in a backslash go on with the next. */
function wholeLines(text: string): readonly string[] {
  return text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function instructionOf(line: string): Instruction {
  const [, keyword = '', flagText = '', rest = ''] = /^(\w+)((?:\s+--[\w-]+=\S+)*)\s+(.*)$/.exec(line) ?? [];
  const flags = [...flagText.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const);
  return { keyword: keyword.toUpperCase(), flags: Object.fromEntries(flags), rest };
}

/** The stages of a Dockerfile, in their order. Its grammar is the linter's business: this reads what has passed it. */
export function stagesOf(text: string): readonly Stage[] {
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  for (const instruction of wholeLines(text).map(instructionOf)) {
    if (instruction.keyword !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const [image = '', name = ''] = instruction.rest.split(/\s+AS\s+/i);
    stages.push({ name, image, instructions: [] });
  }
  return stages;
}

/** The words of an instruction in JSON (`CMD ["up"]`) or in plain. */
export function wordsOf({ rest }: Instruction): readonly string[] {
  return rest.startsWith('[') ? JSON.parse(rest) : rest.split(/\s+/);
}
