export const words = {
  es: { before: (value: string) => `antes ${value}`, noComparison: 'sin comparación' },
  en: { before: (value: string) => `was ${value}`, noComparison: 'nothing to compare with' },
};
