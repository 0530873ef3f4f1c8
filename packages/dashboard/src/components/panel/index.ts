export { ExportMenu, type ExportMenuProps } from './ExportMenu.tsx';
export { Panel, type PanelProps, type PanelView } from './Panel.tsx';
export { useCopy, useDownload } from './take-away.ts';
