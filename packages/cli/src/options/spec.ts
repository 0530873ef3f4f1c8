/** One thing that a person can set: by a flag, by an environment variable or by both. A flag wins over the environment. */
export interface OptionSpec {
  readonly type: 'boolean' | 'string' | 'integer' | 'list';
  /** What stands for the value in help texts; a boolean takes none. */
  readonly placeholder?: string;
  readonly env?: string;
  /** False where only the environment sets it; a text where its flag is called as that of another option, which other commands take. */
  readonly flag?: false | string;
  readonly default?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The only texts that a string may be. */
  readonly choices?: readonly string[];
  readonly help: string;
}
