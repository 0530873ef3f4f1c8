export { createClient, type Answered, type Client, type DownloadedFile, type RequestOf } from './client.ts';
export { ApiProblem, type ProblemKind } from './problem.ts';
export { addressOf, type AnyRequest, type ClientOptions } from './send.ts';
