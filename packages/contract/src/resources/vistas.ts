import { Type, type Static } from 'typebox';
import { endpoint, Instante, nullable, pageOf, pageParameters, Texto } from '../base/index.ts';
import { idParams } from './sesion.ts';

const strict = { additionalProperties: false } as const;

/** What a view may hold, and how many of them a person may keep. */
export const limitesVistas = { nombre: 80, pagina: 100, parametros: 4000, porPersona: 200 } as const;

/** Patterns of a view's texts. */
export const patronesVista = {
  // No part of it is empty, `.` or `..`: browsers would go elsewhere.
  pagina: '^/(?:(?!(?:\\.|%2[eE]){1,2}(?:/|$))[^\\s?#/\\\\\\u0000]+(?:/|$))*$',
  parametros: '^[^\\s#\\u0000]*$',
  nombre: '^(?!\\s)[^\\u0000-\\u001f]*\\S$',
} as const;

const Pagina = Type.String({
  minLength: 1,
  maxLength: limitesVistas.pagina,
  pattern: patronesVista.pagina,
  description: 'La página del panel, por su dirección: /ventas.',
});
const Nombre = Type.String({
  minLength: 1,
  maxLength: limitesVistas.nombre,
  pattern: patronesVista.nombre,
  description: 'Con el que se la encuentra; único entre las propias de la página.',
});
const Parametros = Type.String({
  maxLength: limitesVistas.parametros,
  pattern: patronesVista.parametros,
  description:
    'Lo que va detrás de «?» en la dirección, tal cual: tienda=T1&desde=2026-01-01. `tienda` nombra tiendas.',
});
const Compartida = Type.Boolean({ description: 'Si es para todos; desde gerente_tienda.' });

/** A page of the dashboard with what was filtered on it, under a name. */
export const Vista = Type.Object({
  id: Texto,
  pagina: Texto,
  nombre: Texto,
  parametros: Texto,
  compartida: Type.Boolean({ description: 'Si la ven todos los que pueden consultar sus tiendas.' }),
  propia: Type.Boolean({ description: 'Si la guardó quien pregunta.' }),
  autor: nullable(Type.String({ description: 'Quién la guardó; nulo en las propias.' })),
  modificada: Instante,
});
export type Vista = Static<typeof Vista>;

export const VistasResponse = pageOf(Vista);
export type VistasResponse = Static<typeof VistasResponse>;

const declared = { tag: 'vistas' } as const;

export const listarVistas = endpoint({
  ...declared,
  id: 'listarVistas',
  method: 'GET',
  path: '/vistas',
  summary: 'Las vistas guardadas, propias y compartidas; por página y nombre',
  description:
    'De las compartidas por otros, aquellas de las que quien pregunta puede consultar todas las tiendas que nombran.',
  query: Type.Object({ pagina: Type.Optional(Pagina), ...pageParameters }, strict),
  answers: { 200: VistasResponse },
});

export const crearVista = endpoint({
  ...declared,
  id: 'crearVista',
  method: 'POST',
  path: '/vistas',
  summary: 'Guarda una vista: una página con sus filtros, con un nombre',
  description: `Cada persona guarda hasta ${limitesVistas.porPersona}.`,
  problems: ['TOO_MANY_VIEWS'],
  body: Type.Object(
    { pagina: Pagina, nombre: Nombre, parametros: Parametros, compartida: Type.Optional(Compartida) },
    strict,
  ),
  answers: { 201: Vista },
});

export const cambiarVista = endpoint({
  ...declared,
  id: 'cambiarVista',
  method: 'PATCH',
  path: '/vistas/:id',
  summary: 'Cambia el nombre o los filtros de una vista, o si es para todos',
  description: 'La cambia quien la guardó; una compartida, también gerente_general o un rol superior.',
  params: idParams,
  body: Type.Object(
    {
      nombre: Type.Optional(Nombre),
      parametros: Type.Optional(Parametros),
      compartida: Type.Optional(Compartida),
    },
    strict,
  ),
  answers: { 200: Vista },
});

export const quitarVista = endpoint({
  ...declared,
  id: 'quitarVista',
  method: 'DELETE',
  path: '/vistas/:id',
  summary: 'Quita una vista guardada',
  description: 'La quita quien la guardó; una compartida, también gerente_general o un rol superior.',
  params: idParams,
  answers: { 204: Type.Null({ description: 'Sin contenido.' }) },
});

/** By operationId. */
export const vistasEndpoints = { listarVistas, crearVista, cambiarVista, quitarVista } as const;
