import { Problem, problemTable } from '@fluxion/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { answerMediaTypes, endpointOf } from '../openapi/media-types.ts';
import { problemsOf } from '../openapi/problems.ts';
import type { Server } from '../http/server-types.ts';
import { problemMediaType } from '../problems/problem.ts';

/** Holds what a server answers against what its routes declare. */
export interface AnswerChecks {
  /** Looks at every answer of this server. Called before the server has any hooks of its own. */
  watch(app: Server): void;
  /** @throws Error telling each answer that was not as declared */
  assertDeclared(): void;
}

const compiled = new WeakMap<object, Validator>();

function faultsOf(schema: TSchema, value: unknown): readonly string[] {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  if (validator.Check(value)) return [];
  return validator.Errors(value).map(({ instancePath, message }) => `${instancePath || 'body'} ${message}`);
}

function mediaTypeOf(reply: FastifyReply): string {
  return String(reply.getHeader('content-type') ?? '')
    .replace(/;.*$/, '')
    .trim();
}

function problemFaults({ routeOptions }: FastifyRequest, status: number, body: unknown): readonly string[] {
  const faults = faultsOf(Problem, body);
  if (faults.length > 0) return faults;
  const { codigo, status: told } = body as Problem;
  if (told !== status || problemTable[codigo].status !== status) return [`${codigo} is no ${status}`];
  const endpoint = endpointOf(routeOptions.schema?.operationId);
  const permission = routeOptions.config?.permission;
  if (endpoint === undefined || permission === undefined) return [];
  return problemsOf(endpoint, permission).includes(codigo) ? [] : [`${codigo} is not among the endpoint's problems`];
}

/** What the route says that it answers with this status; undefined if it does not say. */
function declaredAnswer(request: FastifyRequest, status: number): TSchema | undefined {
  const { response } = request.routeOptions.schema ?? {};
  return (response as Readonly<Record<number, TSchema>> | undefined)?.[status];
}

function isNull(schema: TSchema): boolean {
  return 'type' in schema && schema.type === 'null';
}

function faultsOfSent(request: FastifyRequest, reply: FastifyReply, sent: unknown): readonly string[] {
  const { statusCode } = reply;
  const type = mediaTypeOf(reply);
  if (type === problemMediaType) return problemFaults(request, statusCode, JSON.parse(String(sent)));
  // A page or a file of the dashboard, an address that is not there.
  if (request.routeOptions.schema?.hide === true) return [];
  const schema = declaredAnswer(request, statusCode);
  // A null is serialised too; the status 204 has Node leave it out.
  const empty = sent === null || sent === undefined || sent === '' || (statusCode === 204 && sent === 'null');
  if (statusCode === 304 && empty) return [];
  if (schema === undefined) return [`${statusCode} is not declared`];
  if (isNull(schema)) return empty ? [] : ['has a body where none is declared'];
  if (!answerMediaTypes(endpointOf(request.routeOptions.schema?.operationId), schema).includes(type)) {
    return [`the media type ${type} is not declared`];
  }
  return type === 'application/json' && typeof sent === 'string' ? faultsOf(schema, JSON.parse(sent)) : [];
}

/** The checks of one server. */
export function checkAnswers(): AnswerChecks {
  const found: string[] = [];
  const note = ({ method, url }: FastifyRequest, { statusCode }: FastifyReply, faults: readonly string[]) => {
    found.push(...faults.map((fault) => `${method} ${url} -> ${statusCode}: ${fault}`));
  };
  return {
    watch(app) {
      // Before the serialiser sees it: that makes texts of numbers, and leaves out what it does not know.
      app.addHook('preSerialization', async (request, reply, body) => {
        const schema = declaredAnswer(request, reply.statusCode);
        if (schema !== undefined && mediaTypeOf(reply) !== problemMediaType)
          note(request, reply, faultsOf(schema, body));
        return body;
      });
      app.addHook('onSend', async (request, reply, sent) => {
        note(request, reply, faultsOfSent(request, reply, sent));
        return sent;
      });
    },
    assertDeclared() {
      if (found.length > 0) throw new Error(`Answers that are not as declared:\n${found.join('\n')}`);
    },
  };
}
