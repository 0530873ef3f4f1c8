/** More days are not shown at once. */
export const calendarLimit = { days: 400 } as const;
