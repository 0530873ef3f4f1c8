import { addDays, type Rollup } from '@fluxion/engine/base';
import {
  abcClasses,
  abcXyzMatrix,
  bottomProducts,
  daysOfCover,
  deadStock,
  lostSalesByStore,
  receipts,
  salesByCategory,
  salesByDay,
  salesByHour,
  salesByMonth,
  salesByStore,
  salesByWeek,
  salesCompared,
  salesComparedByCategory,
  stockoutDays,
  stockValueByCategory,
  topProducts,
  xyzClasses,
} from '@fluxion/engine/metrics';
import type { Extent } from './chain.ts';
import { trial, type Trial } from './trial.ts';

const all = { stores: 'all' } as const;
const page = { limit: 20 };

/** What a chain asks: over all of its days, and over some stores, weeks and categories. */
export function trials({ stores, categories, from, to }: Extent): readonly Trial[] {
  const whole = { ...all, from, to };
  const store = { stores: stores.slice(0, 1), from, to };
  const quarter = { ...all, from: addDays(to, -90), to };
  const lately = { ...all, from: addDays(to, -27), to };
  return [
    trial(salesByDay, whole),
    trial(salesByWeek, whole),
    trial(salesByMonth, whole),
    trial(salesByStore, whole),
    trial(salesByHour, whole),
    trial(salesByCategory, whole),
    trial(salesByCategory, store, ', one store'),
    trial(salesByDay, { ...whole, categories }, ', two categories'),
    trial(topProducts, { ...whole, ...page }),
    trial(topProducts, { ...quarter, ...page }, ', 13 weeks'),
    trial(bottomProducts, { ...whole, by: 'margen', ...page }, ', by margin'),
    trial(receipts, whole),
    trial(salesCompared, quarter),
    trial(salesComparedByCategory, lately),
    trial(abcClasses, { ...quarter, ...page }),
    trial(abcClasses, { ...whole, ...page }, ', all days'),
    trial(xyzClasses, { ...all, to, ...page }),
    trial(abcXyzMatrix, quarter),
    trial(stockValueByCategory, all),
    trial(daysOfCover, { ...all, to, ...page }),
    trial(deadStock, { ...all, to, days: 60, ...page }),
    trial(stockoutDays, { ...lately, ...page }),
    trial(lostSalesByStore, lately),
  ];
}

/** What a dashboard asks of a month. */
export function dashboard({ to }: Extent): readonly Trial[] {
  const month = { ...all, from: addDays(to, -30), to };
  return [
    trial(salesByDay, month),
    trial(salesByStore, month),
    trial(salesByCategory, month),
    trial(topProducts, { ...month, limit: 10 }),
  ];
}

/** A store's day. */
export function storeDay(store: string, day: string): Trial {
  return trial(salesByDay, { stores: [store], from: day, to: day });
}

/** The sums that the questions want kept beside the tables. */
export function rollupsOf(questions: readonly Trial[]): readonly Rollup[] {
  return [...new Set(questions.flatMap(({ rollups }) => rollups))];
}
