export const words = {
  es: {
    open: 'Mostrar opciones',
    nothing: 'Nada coincide',
    loading: 'Buscando…',
    required: 'obligatorio',
  },
  en: {
    open: 'Show options',
    nothing: 'Nothing matches',
    loading: 'Searching…',
    required: 'required',
  },
};
