export { CoursePanel } from './CoursePanel.tsx';
export { DetailPanels } from './DetailPanels.tsx';
export { MovementsPanel } from './MovementsPanel.tsx';
export { StoresPanel } from './StoresPanel.tsx';
