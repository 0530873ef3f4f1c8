export { Allowed, useHasRole, type AllowedProps } from './allowed/Allowed.tsx';
export { Answer, type AnswerProps, type Asked } from './answer/Answer.tsx';
export { Caution } from './badge/Caution.tsx';
export { Boundary } from './boundary/Boundary.tsx';
export { Button } from './button/Button.tsx';
export { Dialog, type DialogProps } from './dialog/Dialog.tsx';
export { Facts, type Fact } from './facts/Facts.tsx';
export { ComboField, type ComboFieldProps } from './fields/ComboField.tsx';
export type { FieldProps } from './fields/FieldFrame.tsx';
export { SelectField, type FieldOption, type SelectFieldProps } from './fields/SelectField.tsx';
export { TextField, type TextFieldProps } from './fields/TextField.tsx';
export { Change } from './figure/Change.tsx';
export { Figure } from './figure/Figure.tsx';
export { Kpi, KpiStrip, type KpiChange, type KpiProps, type KpiStripProps } from './kpi/Kpi.tsx';
export { KpiPlace, KpiSkeleton, type KpiPlaceProps, type KpiSkeletonProps } from './kpi/KpiPlace.tsx';
export { EmptyState } from './notice/EmptyState.tsx';
export { FailureState } from './notice/FailureState.tsx';
export { StaleBanner } from './notice/StaleBanner.tsx';
export { Stopped } from './notice/Stopped.tsx';
export { PageHead, type PageHeadProps } from './page/PageHead.tsx';
export { Search } from './palette/Search.tsx';
export { ExportMenu, type ExportMenuProps } from './panel/ExportMenu.tsx';
export { Panel, type PanelProps, type PanelView } from './panel/Panel.tsx';
export { useCopy, useDownload } from './panel/take-away.ts';
export { RangePicker, RangePickerSkeleton } from './range-picker/RangePicker.tsx';
export { Segmented } from './segmented/Segmented.tsx';
export { LanguageMenu } from './shell/LanguageMenu.tsx';
export { Logo } from './shell/Logo.tsx';
export { Navigation } from './shell/Navigation.tsx';
export { Notices } from './shell/Notices.tsx';
export { MAIN_ID, Shell } from './shell/Shell.tsx';
export { ThemeMenu } from './shell/ThemeMenu.tsx';
export { Skeleton } from './skeleton/Skeleton.tsx';
export {
  type CellValue,
  type Column,
  type ColumnKind,
  type Order,
  DataTable,
  type DataTableProps,
  TableSkeleton,
  writeCell,
} from './table/index.ts';
export { Tabs, type TabItem, type TabsProps } from './tabs/Tabs.tsx';
export { Origin } from './trace/Origin.tsx';
export { Traced, type TracedProps } from './trace/Traced.tsx';
