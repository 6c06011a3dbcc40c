export const rules: { name: string; severity: string; from: object; to: object }[];
export const options: { enhancedResolveOptions: object } & Record<string, unknown>;
