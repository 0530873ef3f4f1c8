import {
  ChartLine,
  CloudUpload,
  Grid3x3,
  LayoutDashboard,
  Package,
  Settings2,
  ShoppingCart,
  SquareTerminal,
  type LucideIcon,
} from 'lucide-react';
import type { PageId } from '../../navigation/index.ts';

/** What each page is recognised by. */
export const pageIcons: Readonly<Record<PageId, LucideIcon>> = {
  summary: LayoutDashboard,
  sales: ChartLine,
  inventory: Package,
  classes: Grid3x3,
  orders: ShoppingCart,
  loads: CloudUpload,
  query: SquareTerminal,
  administration: Settings2,
};
