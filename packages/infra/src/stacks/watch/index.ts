export { makeAlarms } from './alarms/make-alarms.ts';
export { makeDashboard } from './dashboard/dashboard.ts';
export { tellDatabaseEvents } from './database-events.ts';
export { collectFailedTasks } from './failed-tasks.ts';
export { readPulse } from './pulse-metrics.ts';
export { makeTopic } from './topic.ts';
