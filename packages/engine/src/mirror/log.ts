/** Where the mirror tells what it does beside its answers. */
export interface MirrorLog {
  info(message: string): void;
  warn(message: string): void;
}
