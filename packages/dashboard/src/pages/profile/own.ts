export { OwnPanel } from './OwnPanel.tsx';
export { PasswordPanel } from './PasswordPanel.tsx';
export { PreferencesPanel } from './PreferencesPanel.tsx';
