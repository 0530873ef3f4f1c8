export { ComboField, type ComboFieldProps } from './ComboField.tsx';
export type { FieldProps } from './FieldFrame.tsx';
export { NumberField, type NumberFieldProps } from './NumberField.tsx';
export { SelectField, type FieldOption, type SelectFieldProps } from './SelectField.tsx';
export { TextField, type TextFieldProps } from './TextField.tsx';
