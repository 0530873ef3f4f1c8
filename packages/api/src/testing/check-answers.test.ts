import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { createFramework } from '../http/framework.ts';
import type { FastifyReply } from '../http/server-types.ts';
import { checkAnswers } from './check-answers.ts';

const declared = { 200: Type.Object({ monto: Type.String(), filas: Type.Integer() }), 204: Type.Null() };

/** What is found wrong with one answer of a route that declares a 200 and an empty 204, or of an endpoint's. */
async function faultOf(send: (reply: FastifyReply) => unknown, operationId?: string): Promise<string | undefined> {
  const checks = checkAnswers();
  const app = createFramework({});
  checks.watch(app);
  app.addSchema({ $id: 'Problem', type: 'object' });
  const untyped: FastifyInstance = app;
  const schema = { response: declared, ...(operationId === undefined ? {} : { operationId }) };
  untyped.get('/x', { schema, config: { permission: 'public' } }, async (_request, reply) => send(reply));
  await app.inject({ url: '/x' });
  await app.close();
  try {
    checks.assertDeclared();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const right = { monto: '1.50', filas: 2 };
const problem = { type: 'x', title: 'x', status: 404, codigo: 'NOT_FOUND', id_solicitud: 'x' };
const asProblem = (reply: FastifyReply, status: number, body: object) =>
  reply.code(status).type('application/problem+json').send(JSON.stringify(body));

it.each<[string, (reply: FastifyReply) => unknown]>([
  ['the declared body', () => right],
  ['a text that is it', (reply) => reply.type('application/json').send(JSON.stringify(right))],
  ['no body where none is declared', (reply) => reply.code(204).send(null)],
  ['nothing new', (reply) => reply.code(304).send()],
  ['a problem', (reply) => asProblem(reply, 404, problem)],
])('lets pass %s', async (_name, send) => {
  expect(await faultOf(send)).toBeUndefined();
});

it.each<[string, (reply: FastifyReply) => unknown, string]>([
  ['a number for a decimal', () => ({ ...right, monto: 1.5 }), 'GET /x -> 200: /monto must be string'],
  ['a missing field', (reply) => reply.type('application/json').send('{"monto":"1"}'), 'required properties filas'],
  ['another status', (reply) => reply.code(201).send(right), '201 is not declared'],
  ['a body where none is declared', (reply) => reply.code(204).type('text/plain').send('x'), 'has a body'],
  ['another media type', (reply) => reply.type('text/html').send('<p>'), 'the media type text/html is not declared'],
  ['a problem of no known code', (reply) => asProblem(reply, 404, { ...problem, codigo: 'NADA' }), '/codigo'],
  ['a problem with another status', (reply) => asProblem(reply, 400, problem), 'NOT_FOUND is no 400'],
])('finds %s', async (_name, send, fault) => {
  expect(await faultOf(send)).toContain(fault);
});

it('finds a problem that its endpoint does not name', async () => {
  const last = { ...problem, status: 409, codigo: 'LAST_ADMINISTRATOR' };
  const fault = 'LAST_ADMINISTRATOR is not among the endpoint';
  expect(await faultOf((reply) => asProblem(reply, 409, last), 'listarVentas')).toContain(fault);
  expect(await faultOf((reply) => asProblem(reply, 409, last), 'cambiarUsuario')).toBeUndefined();
});
