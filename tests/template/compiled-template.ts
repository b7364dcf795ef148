import { readFileSync } from 'node:fs';
import * as z from 'zod';

// The template as `npm run package` left it; what a test needs of each resource is read through a schema.
const path = '.serverless/cloudformation-template-update-stack.json';

const resourceSchema = z.object({
  Type: z.string(),
  DeletionPolicy: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});
type Resource = z.infer<typeof resourceSchema>;

const { Resources } = z
  .object({ Resources: z.record(z.string(), resourceSchema) })
  .parse(JSON.parse(readFileSync(path, 'utf8')));

export const text = readFileSync(path, 'utf8');

export const resource = (name: string): Resource => resourceSchema.parse(Resources[name]);

export const namesOf = (type: string): readonly string[] =>
  Object.keys(Resources).filter((name) => Resources[name]?.Type === type);

/** A reference, read as the logical name it points to. */
const reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z.object({ 'Fn::GetAtt': z.array(z.string()) }).transform((get) => get['Fn::GetAtt'][0]),
  z.object({ 'Fn::Sub': z.string() }).transform((sub) => /^\$\{(\w+)\./.exec(sub['Fn::Sub'])?.[1]),
]);

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z.union([z.array(schema), schema.transform((single) => [single])]);

const roleSchema = z.object({
  AssumeRolePolicyDocument: z.object({
    Statement: z.array(z.object({ Principal: z.object({ Service: z.string() }), Action: z.string() })),
  }),
  Policies: z.array(
    z.object({
      PolicyDocument: z.object({
        Statement: z.array(z.object({ Action: oneOrMore(z.string()), Resource: oneOrMore(reference) })),
      }),
    }),
  ),
});

export const role = (name: string) => {
  const { AssumeRolePolicyDocument, Policies } = roleSchema.parse(resource(name).Properties);
  const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return {
    statements,
    services: AssumeRolePolicyDocument.Statement.map(({ Principal }) => Principal.Service),
    /** What it may do with one resource or the indexes of it. */
    may: (target: string): readonly string[] =>
      statements.filter((one) => one.Resource.includes(target)).flatMap((one) => one.Action),
  };
};

export const lambda = (name: string) =>
  z
    .object({
      Role: reference,
      Timeout: z.number(),
      Runtime: z.string(),
      Architectures: z.array(z.string()),
      Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
    })
    .parse(resource(name).Properties);

export const lambdas = namesOf('AWS::Lambda::Function');

export const eventSources = namesOf('AWS::Lambda::EventSourceMapping').map((name) =>
  z
    .object({
      EventSourceArn: reference,
      FunctionName: reference,
      FunctionResponseTypes: z.array(z.string()),
    })
    .transform((mapping) => ({
      queue: mapping.EventSourceArn ?? '',
      lambda: mapping.FunctionName ?? '',
      responses: mapping.FunctionResponseTypes,
    }))
    .parse(resource(name).Properties),
);

export const queue = (name: string) =>
  z
    .object({
      VisibilityTimeout: z.number().optional(),
      RedrivePolicy: z.object({ deadLetterTargetArn: reference, maxReceiveCount: z.number() }).optional(),
    })
    .parse(resource(name).Properties);
