/** Where the schedule tells what happens while nobody watches. */
export interface ScheduleLog {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}
