import type { LucideIcon } from 'lucide-react';

/** Something that the palette opens or does. */
export interface Command {
  /** Of its own among all of them. */
  readonly id: string;
  readonly text: string;
  /** Told beside it more quietly, and found by, too. */
  readonly hint?: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

/** Commands of one kind. */
export interface CommandGroup {
  readonly id: string;
  readonly title: string;
  readonly commands: readonly Command[];
}
