import type { ClusterTools } from './cluster.ts';
import type { EmbeddedHome } from './home.ts';

/** What is known of one embedded server before it runs. */
export interface ServerContext {
  readonly home: EmbeddedHome;
  readonly tools: ClusterTools;
  readonly password: string;
  /** Settings over Fluxion's own. */
  readonly settings: Readonly<Record<string, string>>;
  /** Takes one line for a person. */
  readonly log: (line: string) => void;
}
