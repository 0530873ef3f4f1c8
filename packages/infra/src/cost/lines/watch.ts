import type { Settings } from '../../config/settings.ts';
import { linesOf, type Line } from '../line.ts';
import { hoursAMonth, prices } from '../prices.ts';
import { made, usage } from '../usage.ts';

const line = linesOf('rest');
const daysAMonth = hoursAMonth / 24;

/** Secrets, logs, metrics and who looks at them. Mails of alarms and budgets that only tell cost nothing. */
export function watchLines({ api, loads, watch }: Settings): Line[] {
  const logsGb = usage.logs.quantity;
  const named = new Set([...Object.values(api.secrets), ...Object.values(loads.secrets)]);
  return [
    line('Secrets', made.secrets + named.size, prices.secret),
    line('Secrets: calls', usage.secretCalls.quantity / 1e6, prices.secretCalls),
    line('Logs: written', logsGb, prices.logIngestion),
    line(`Logs: kept ${watch.logDays} days`, (logsGb * watch.logDays) / daysAMonth, prices.logStorage),
    line('Key of the alarms', made.topicKeys, prices.key),
    line('Metrics of its own', made.customMetrics, prices.metric),
    line('Alarms', made.alarmMetrics, prices.alarm),
    line('Dashboard', made.dashboards, prices.dashboard),
  ];
}
