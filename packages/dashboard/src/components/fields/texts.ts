export const words = {
  es: {
    notANumber: 'Escriba un número, como 12 o 1.250,5.',
    open: 'Mostrar opciones',
    nothing: 'Nada coincide',
    loading: 'Buscando…',
    required: 'obligatorio',
  },
  en: {
    notANumber: 'Type a number, such as 12 or 1,250.5.',
    open: 'Show options',
    nothing: 'Nothing matches',
    loading: 'Searching…',
    required: 'required',
  },
};
