/**
 * Every text of the dashboard in Spanish. Another language is another object of the same type (`Texts`). Texts that depend
 * on a count receive it twice: as a number, and formatted.
 */
export const es = {
  productName: 'Fluxion',
  filters: 'Filtros',

  pages: {
    summary: 'Resumen',
    sales: 'Ventas',
    inventory: 'Inventario',
    classes: 'ABC-XYZ',
    orders: 'Pedidos',
    loads: 'Cargas',
    query: 'Consulta',
    administration: 'Administración',
  },

  toasts: { region: 'Avisos', undo: 'Deshacer', close: 'Cerrar el aviso' },

  offline: 'Sin conexión. Se muestra lo último que se recibió; lo que escriba no se pierde.',

  shell: {
    skipToContent: 'Ir al contenido',
    pages: 'Páginas',
    more: 'Más',
    search: 'Buscar',
    language: 'Idioma',
    currency: 'Moneda',
    currencies: { VES: 'Bolívares', USD: 'Dólares, a la tasa de cada día' },
    account: 'Cuenta',
    profile: 'Mi cuenta',
    signOut: 'Cerrar sesión',
    signingOut: 'Cerrando sesión…',
    signOutFailed: 'No se pudo cerrar la sesión. Inténtelo de nuevo.',
    theme: 'Tema',
    themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    roles: {
      visualizador: 'Visualizador',
      gerente_tienda: 'Gerente de tienda',
      gestor_abastecimiento: 'Gestor de abastecimiento',
      gerente_general: 'Gerente general',
      super_admin: 'Administrador',
    },
  },

  signIn: {
    title: 'Entre a Fluxion',
    lead: 'Ventas e inventario de la cadena, al día.',
    fields: {
      correo: { label: 'Correo', hint: '', missing: 'Escriba su correo.' },
      clave: { label: 'Clave', hint: '', missing: 'Escriba su clave.' },
      nueva: { label: 'Clave nueva', hint: 'Doce caracteres o más.', missing: 'Escriba la clave nueva.' },
      codigo: {
        label: 'Código',
        hint: 'Seis dígitos de su aplicación, o un código de recuperación.',
        missing: 'Escriba el código.',
      },
      token: { label: 'Llave de acceso', hint: 'Empieza por fx_', missing: 'Pegue aquí su llave de acceso.' },
    },
    submit: 'Entrar',
    submitting: 'Comprobando…',
    newPasswordTitle: 'Elija su clave',
    newPasswordLead: 'Con ella y su correo entrará a Fluxion.',
    setPassword: 'Guardar y entrar',
    help: {
      password: '¿Olvidó su clave? Quien administra Fluxion le da un enlace para elegir otra.',
      token:
        'El programa imprime un enlace para entrar cuando arranca. Para obtener otra llave, ejecute en el servidor:',
    },
    command: 'npx fluxion token',
    otherWay: { password: 'Entrar con correo y clave', token: 'Entrar con una llave de acceso' },
    refused: {
      password: 'El correo o la clave no son correctos.',
      token: 'Esa llave no es válida, o ya venció. Pida otra o genérela con el comando de abajo.',
      link: 'El enlace para entrar ya no es válido. Use su correo y su clave, o una llave de acceso.',
      enlace: 'Ese enlace ya se usó o venció. Pida otro a quien administra Fluxion.',
    },
    codeUnreadable:
      'Ese código no se puede comprobar ahora. Use un código de recuperación, o pida a quien administra Fluxion que le quite el segundo factor.',
    codeRefused: 'Ese código no es válido, o ya se usó.',
    passwordUnfit: (why: string) => `La clave ${why}.`,
    tooManyAttempts: 'Demasiados intentos seguidos. Espere unos minutos y vuelva a probar.',
    expired: 'Su sesión terminó. Entre de nuevo para continuar donde estaba.',
    left: 'Sesión cerrada.',
  },

  failure: {
    retry: 'Reintentar',
    retrying: 'Reintentando…',
    unreachableTitle: 'No hay conexión con el servidor',
    unreachable: 'Revise su red, o compruebe que Fluxion siga encendido, y vuelva a intentar.',
    databaseTitle: 'La base de datos no responde',
    database: 'El servidor está encendido, pero no alcanza sus datos. Suele pasar solo en unos segundos.',
    slowTitle: 'La consulta tardó demasiado',
    slow: 'Pruebe con menos días, o vuelva a intentar en un momento.',
    noRateTitle: 'Falta la tasa de cambio de algún día',
    noRate:
      'Hay días, en este periodo o en los que se comparan, sin tasa propia ni anterior: sus ventas no se pueden pasar a dólares. Vea bolívares, o elija días posteriores.',
    inBolivares: 'Ver en bolívares',
    forbiddenTitle: 'Su rol no le permite ver esto',
    forbidden: 'Pida acceso a quien administra Fluxion.',
    requestTitle: 'El servidor no aceptó la consulta',
    serverTitle: 'El servidor tuvo un error',
    server: 'No se perdió nada. Si se repite, avise a quien administra Fluxion con este código.',
    unreadableTitle: 'La respuesta no se entiende',
    unreadable: 'Algo que no es Fluxion respondió en su lugar: un proxy, o una versión distinta. Recargue la página.',
    status: (status: number) => `Código ${status}`,
    requestId: (id: string) => `Solicitud ${id}`,
    stale: 'Se muestran los últimos datos recibidos.',
    pageTitle: 'Esta página se detuvo por un error',
    page: 'Recárguela; si se repite, avise a quien administra Fluxion.',
    reload: 'Recargar',
  },

  range: {
    label: 'Periodo',
    presetsLabel: 'Periodos frecuentes',
    presets: {
      days7: { short: '7 días', long: 'Últimos 7 días' },
      days30: { short: '30 días', long: 'Últimos 30 días' },
      days90: { short: '90 días', long: 'Últimos 90 días' },
      month: { short: 'Este mes', long: 'Este mes' },
      year: { short: 'Este año', long: 'Este año' },
      all: { short: 'Todo', long: 'Todos los datos' },
    },
    custom: 'Fechas a medida',
    openCalendar: 'Abrir calendario',
    problems: {
      incomplete: () => 'Escriba las dos fechas completas.',
      impossible: () => 'Esa fecha no existe. Escríbala de nuevo.',
      reversed: () => 'La primera fecha es posterior a la última.',
      outside: (from: string, to: string) => `Hay datos del ${from} al ${to}: elija fechas entre ellas.`,
    },
    pickEnd: 'Elija el primer y el último día.',
    days: (count: number, written: string) => (count === 1 ? '1 día' : `${written} días`),
    addressInvalid: 'Las fechas de la dirección no forman un periodo; se muestran los últimos 30 días.',
    previousMonth: 'Mes anterior',
    nextMonth: 'Mes siguiente',
  },

  numbers: { thousand: 'mil', million: 'M', billion: 'mil M' },
  notAvailable: '—',
};

/** The shape that every language fills. */
export type Texts = typeof es;
