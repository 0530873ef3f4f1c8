import { aws_ec2 as ec2, Validations } from 'aws-cdk-lib';
import type { NetworkSettings } from '../../config/settings.ts';
import { asVpc } from './as-vpc.ts';

/** The subnets of the tasks, by name: their kind depends on how they reach what is outside. */
export const taskSubnets: ec2.SubnetSelection = { subnetGroupName: 'tasks' };

/** Reached by nobody from outside, and reaching nothing: the database's. */
export const databaseSubnets: ec2.SubnetSelection = { subnetGroupName: 'database' };

/**
 * A machine of $3 a month instead of a gateway of $33. Nobody replaces it when it fails, and a newer image of Amazon Linux
 * replaces it at a deploy: minutes in which no task can start. It is spared the CPU credits that would cost more than it does.
 */
function natInstance(): ec2.NatInstanceProviderV2 {
  return ec2.NatProvider.instanceV2({
    instanceType: new ec2.InstanceType('t4g.nano'),
    defaultAllowedTraffic: ec2.NatTrafficDirection.OUTBOUND_ONLY,
    associatePublicIpAddress: true,
    creditSpecification: ec2.CpuCredits.STANDARD,
  });
}

/** What the VPC is told of its way out, and what is left to do once it is there. */
interface Egress {
  readonly props: Pick<ec2.VpcProps, 'natGateways' | 'natGatewayProvider'>;
  /** Isolated subnets have no route to the internet at all. */
  readonly taskSubnetType: ec2.SubnetType;
  finish(vpc: ec2.Vpc): void;
}

function byInstance({ cidr }: NetworkSettings): Egress {
  const provider = natInstance();
  return {
    props: { natGateways: 1, natGatewayProvider: provider },
    taskSubnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS,
    finish() {
      provider.connections.allowFrom(ec2.Peer.ipv4(cidr), ec2.Port.allTraffic(), 'What the VPC sends out');
      for (const nat of provider.gatewayInstances) {
        const { instance } = nat;
        instance.blockDeviceMappings = [{ deviceName: '/dev/xvda', ebs: { encrypted: true, volumeType: 'gp3' } }];
        instance.metadataOptions = { httpTokens: 'required' };
        Validations.of(nat).acknowledge(
          { id: 'AwsSolutions-EC28', reason: 'Detailed monitoring would cost two thirds of what the machine costs' },
          { id: 'AwsSolutions-EC29', reason: 'It holds nothing, and a newer image must be able to replace it' },
        );
      }
    },
  };
}

/**
 * One gateway for all zones: if its zone fails, the tasks of the others go on with what they have, but new ones do not start
 * and tills are not reached. A gateway for each zone costs as much again.
 */
function byGateway(): Egress {
  return { props: { natGateways: 1 }, taskSubnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, finish() {} };
}

/** No way to the internet: tills that are asked over HTTP, Sentry and the like are out of reach. */
function byEndpoints({ cidr }: NetworkSettings): Egress {
  return {
    props: { natGateways: 0 },
    taskSubnetType: ec2.SubnetType.PRIVATE_ISOLATED,
    finish(vpc) {
      const services = {
        Images: ec2.InterfaceVpcEndpointAwsService.ECR,
        ImageLayers: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
        Logs: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
        Secrets: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
      };
      // One group for all, open to the VPC: who may use a service is for the roles to say.
      const group = new ec2.SecurityGroup(vpc, 'Endpoints', {
        vpc: asVpc(vpc),
        description: 'AWS services that tasks reach without the internet',
        allowAllOutbound: false,
      });
      group.addIngressRule(ec2.Peer.ipv4(cidr), ec2.Port.tcp(443), 'HTTPS from the VPC');
      for (const [name, service] of Object.entries(services))
        vpc.addInterfaceEndpoint(name, { service, subnets: taskSubnets, securityGroups: [group], open: false });
    },
  };
}

const ways = { 'nat-gateway': byGateway, 'nat-instance': byInstance, endpoints: byEndpoints };

/** How the tasks of this network reach what is outside of it. */
export function egressOf(settings: NetworkSettings): Egress {
  return ways[settings.egress](settings);
}
