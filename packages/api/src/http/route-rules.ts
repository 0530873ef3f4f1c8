import { roles } from '@fluxion/engine/operations';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { Type } from 'typebox';
import { watchMethods } from './other-methods.ts';
import { problemMediaType } from '../problems/problem.ts';
import type { Permission } from './server-types.ts';

const permissions: readonly (Permission | undefined)[] = ['public', 'signed in', 'in person', ...roles];
const problemAnswer = {
  description: 'El problema, con un código de la tabla cerrada.',
  content: { [problemMediaType]: { schema: { $ref: 'Problem#' } } },
};

/** A parameter that nobody reads is a mistake of the caller's, and is answered as one. */
const noParameters = Type.Object({}, { additionalProperties: false });

function describe(route: RouteOptions): string {
  return `${String(route.method)} ${route.url}`;
}

/** Refuses to start with a route that forgot its permission or its schemas, and adds what all routes share. */
function completeRoute(route: RouteOptions): void {
  const permission = route.config?.permission;
  if (!permissions.includes(permission)) throw new Error(`${describe(route)} declares no permission`);
  const { schema } = route;
  if (schema === undefined) throw new Error(`${describe(route)} declares no schema`);
  if (schema.hide === true) return;
  if (schema.response === undefined) throw new Error(`${describe(route)} declares no answers`);
  const response = { '4xx': problemAnswer, '5xx': problemAnswer, ...schema.response };
  const querystring = schema.querystring ?? noParameters;
  route.schema = { ...schema, querystring, response, ...(permission === 'public' ? { security: [] } : {}) };
}

/**
 * Holds every route declared after this call to the rules. The function it gives back is called when all are declared:
 * it answers their other methods with 405.
 */
export function enforceRouteRules(app: FastifyInstance): () => void {
  const refuseOtherMethods = watchMethods(app);
  app.addHook('onRoute', completeRoute);
  return refuseOtherMethods;
}
