import type { Settings, TaskSize } from '../../config/settings.ts';
import { linesOf, type Line } from '../line.ts';
import { hoursAMonth, prices } from '../prices.ts';
import { usage } from '../usage.ts';

const line = linesOf('rest');
const daysAMonth = hoursAMonth / 24;
/** What a Fargate task has for nothing. */
const freeDiskGb = 20;

/** The tasks, and where their image is kept. */
export function computeLines({ api, loads }: Settings): Line[] {
  const scaled = (api.maxTasks - api.minTasks) * usage.busyHours.quantity * daysAMonth;
  const schedules = loads.scheduled ? loads.schedules : [];
  const loadHours = schedules.reduce((hours, schedule) => hours + schedule.hoursADay, 0) * daysAMonth;
  return [
    ...taskLines('API tasks', api.minTasks * hoursAMonth + scaled, api),
    ...taskLines('Load tasks', loadHours, loads),
    line('Images', usage.images.quantity, prices.imageStorage),
  ];
}

function taskLines(name: string, hours: number, { cpu, memoryMb, diskGb }: TaskSize): Line[] {
  return [
    line(`${name}: processor`, (hours * cpu) / 1024, prices.taskCpu),
    line(`${name}: memory`, (hours * memoryMb) / 1024, prices.taskMemory),
    line(`${name}: disk beyond ${freeDiskGb} GB`, hours * Math.max(0, diskGb - freeDiskGb), prices.taskDisk),
  ];
}
