import { Type } from 'typebox';
import type { Route } from '../../http/server-types.ts';

/** GET /openapi.json : the API's own description. It needs a sign-in, as everything does that is not a health check. */
export const showOpenapi: Route = (app) => {
  app.get(
    '/openapi.json',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'openapi',
        summary: 'Esta descripción, OpenAPI 3.1',
        tags: ['estado'],
        response: { 200: Type.Object({}, { additionalProperties: true }) },
      },
    },
    async () => app.swagger(),
  );
};
