export { CalendarContent, CalendarSkeleton } from './CalendarContent.tsx';
