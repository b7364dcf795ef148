/** A JSON object whose fields nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined when it is not JSON; JSON has no undefined of its own. */
export const parseJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

/** Form bodies carry every argument as a string, structured ones as JSON in a string; JSON bodies carry them as they are. */
export const textArg = (args: Fields, name: string): string => {
  const value = args[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

export const jsonArg = (args: Fields, name: string): unknown => {
  const value = args[name];
  return typeof value === 'string' ? parseJson(value) : value;
};

export const flagArg = (args: Fields, name: string): boolean => ['true', '1'].includes(textArg(args, name));
