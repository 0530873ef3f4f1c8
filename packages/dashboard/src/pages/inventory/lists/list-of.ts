import type { ComponentType } from 'react';
import type { View } from '../model/index.ts';
import { AlertList } from './AlertList.tsx';
import { CoverList } from './CoverList.tsx';
import { IdleList } from './IdleList.tsx';
import { LostList } from './LostList.tsx';
import { NegativeList, StockList } from './StockList.tsx';
import { StockoutList } from './StockoutList.tsx';

/** What each tab shows. */
export const listOf: Readonly<Record<View, ComponentType>> = {
  existencias: StockList,
  negativos: NegativeList,
  quiebres: StockoutList,
  perdidas: LostList,
  parado: IdleList,
  cobertura: CoverList,
  alertas: AlertList,
};
