import type { aws_wafv2 as waf } from 'aws-cdk-lib';

type Rule = waf.CfnWebACL.RuleProperty;

/** The name that a refusal's body goes by. */
export const refusals = {
  tooMany: {
    contentType: 'APPLICATION_JSON',
    content: JSON.stringify({
      type: 'urn:fluxion:problem:TOO_MANY_REQUESTS',
      title: 'Demasiadas peticiones',
      status: 429,
      codigo: 'TOO_MANY_REQUESTS',
      detail: 'Desde esta dirección llegan demasiadas peticiones; intente de nuevo en unos minutos.',
    }),
  },
} as const;

function visible(metricName: string): waf.CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

/** Whoever sends more than this within five minutes is refused until it is less: 429, as the program itself says it. */
function rateRule(limit: number, priority: number): Rule {
  return {
    name: 'rate',
    priority,
    statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit, evaluationWindowSec: 300 } },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: 'tooMany',
          responseHeaders: [{ name: 'retry-after', value: '60' }],
        },
      },
    },
    visibilityConfig: visible('rate'),
  };
}

/** A group of rules that AWS keeps; those of `counted` only count. */
function managed(name: string, priority: number, counted: readonly string[] = []): Rule {
  return {
    name,
    priority,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ...(counted.length === 0
          ? {}
          : { ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })) }),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: visible(name),
  };
}

/**
 * Rules that would refuse what people rightly send. They still count, so that an attack can be seen.
 *
 * Bodies: the API takes nothing but JSON, of 64 KiB at most (orders: 512 KiB), each field by a schema of its own, and texts
 * of people among them: the SQL of POST /consulta with its `<` and quotes, passwords with `../` in them, notes with
 * addresses. SQL is not run as it came, but printed anew from a tree of which every node is known.
 *
 * Query strings: filters are repeated (`producto_id=...` up to 500 times) and cursors have up to 1,024 characters, while
 * the rule allows 2,048 for everything. Node itself takes 16 KiB of headers with the address.
 */
const refusesHonestRequests = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
  'SizeRestrictions_QUERYSTRING',
];

/** What is refused before it reaches the program. No group against SQL injection: the API has a route that takes SQL. */
export function firewallRules(requestsPerFiveMinutes: number): Rule[] {
  return [
    rateRule(requestsPerFiveMinutes, 0),
    managed('AWSManagedRulesCommonRuleSet', 1, refusesHonestRequests),
    managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
  ];
}
