export { createQueryClient } from './query-client.ts';
export type { Session, SignedOutReason } from './session-state.ts';
export { useMediaQuery } from './useMediaQuery.ts';
export { useRange, type RangeState } from './useRange.ts';
export { useSession, useSignIn, useSignOut } from './useSession.ts';
export { useDataRange, useStatistics, type ComparedStatistics } from './useStatistics.ts';
export { ThemeContext, useTheme, useThemeState, type ThemeState } from './useTheme.ts';
