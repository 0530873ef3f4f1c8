import { patrones, patronesPedido, patronesVista, patronTasa } from '@fluxion/contract';
import type { FieldFault } from '@fluxion/engine/operations';

/** What the caller reads about a value that the operations refused. */
export const faultMessages: Record<FieldFault['fault'], (value: string) => string> = {
  UNKNOWN_STORE: (value) => `no hay ninguna tienda «${value}» que usted pueda consultar`,
  UNKNOWN_PRODUCT: (value) => `no hay ningún producto «${value}»`,
  TAKEN: (value) => `«${value}» ya existe`,
  UNKNOWN_TIME_ZONE: (value) => `«${value}» no es una zona horaria IANA, p. ej. America/Caracas`,
  BEYOND_OWN_ROLE: (value) => `«${value}» es más de lo que usted puede`,
  MAY_NOT_SHARE: (role) => `una vista para todos se guarda desde el rol ${role}`,
  PASSWORD_TOO_SHORT: () => 'debe tener 12 caracteres o más',
  PASSWORD_TOO_LONG: () => 'no puede tener más de 128 caracteres',
  PASSWORD_IS_MAIL: () => 'no puede ser su correo',
  PASSWORD_COMMON: () => 'es demasiado común; elija, por ejemplo, cuatro palabras que no vayan juntas',
};

export interface SchemaFault {
  readonly keyword: string;
  readonly params: object;
}

function parameterOf(fault: SchemaFault, name: string): string {
  const value: unknown = Object.entries(fault.params).find(([key]) => key === name)?.[1] ?? '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

const formatMessages: Readonly<Record<string, string>> = {
  date: 'debe ser una fecha que exista, AAAA-MM-DD',
  'date-time': 'debe ser un instante en UTC que exista, p. ej. 2026-01-31T00:00:00Z',
};

const patternMessages: Readonly<Record<string, string>> = {
  [patrones.sinNulo]: 'no puede contener el carácter nulo (U+0000)',
  [patrones.correo]: 'debe ser una dirección de correo, p. ej. ana@cadena.example',
  [patrones.cursor]: 'no es un cursor de esta lista',
  [patrones.numeroDeFila]: 'debe ser un número entero',
  [patrones.snapshot]: 'debe ser el X-Fluxion-Snapshot de una respuesta anterior',
  [patronTasa]: 'debe ser un número mayor que cero, como texto, con hasta 12 cifras y 6 decimales: "36.5"',
  [patronesVista.pagina]: 'debe ser la dirección de una página, sin filtros: /ventas',
  [patronesVista.parametros]: 'debe ser lo que va detrás de «?» en la dirección, sin espacios ni «#»',
  [patronesVista.nombre]: 'no puede empezar ni terminar con espacios, ni tener saltos de línea',
  [patronesPedido.cantidad]:
    'debe ser una cantidad sin signo, como texto, con hasta 8 cifras y 4 decimales: "12", "0.5"',
  [patronesPedido.version]: 'debe ser el ETag con el que leyó el pedido: "3"',
  [patronesPedido.clave]: 'debe tener hasta 100 caracteres ASCII, sin espacios, p. ej. un UUID',
};

/** What the caller reads about a value that its schema refused, in a JSON body or in the address. */
export function schemaMessage(fault: SchemaFault, isBody: boolean): string {
  const limit = parameterOf(fault, 'limit');
  switch (fault.keyword) {
    case 'required':
      return 'es obligatorio';
    case 'additionalProperties':
      return isBody ? 'no es un campo de esta petición' : 'no es un parámetro de esta dirección';
    case 'type':
      return `debe ser ${(isBody ? typesInBody : typeNames)[parameterOf(fault, 'type')] ?? 'de otro tipo'}`;
    case 'minimum':
      return `debe ser ${limit} o más`;
    case 'maximum':
      return `debe ser ${limit} o menos`;
    case 'minLength':
      return limit === '1' ? 'no puede estar vacío' : `debe tener ${limit} caracteres o más`;
    case 'maxLength':
      return `no puede tener más de ${limit} caracteres`;
    case 'minItems':
      return 'no puede estar vacía';
    case 'enum':
      return `debe ser uno de: ${parameterOf(fault, 'allowedValues')}`;
    case 'maxItems':
      return `no puede repetirse más de ${limit} veces`;
    case 'format':
      return formatMessages[parameterOf(fault, 'format')] ?? 'no tiene el formato debido';
    case 'pattern':
      return patternMessages[parameterOf(fault, 'pattern')] ?? 'no es válido';
    default:
      return 'no es válido';
  }
}

const typeNames: Readonly<Record<string, string>> = {
  integer: 'un número entero',
  boolean: 'true o false',
  string: 'un solo texto',
  object: 'un objeto JSON',
  array: 'una lista',
};

const typesInBody: Readonly<Record<string, string>> = { ...typeNames, string: 'un texto, entre comillas' };
