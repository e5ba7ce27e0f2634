/** One line a request: the address holds read keys, so the log gets the route's pattern. */
export const serializers = {
  req: ({
    method,
    routeOptions,
  }: {
    method: string;
    routeOptions: { url?: string | undefined };
  }) => ({ method, route: routeOptions.url ?? '' }),
};

/** A failure without its message: databases quote in it what they were given. */
export function failureOf(error: Error) {
  const code = 'code' in error ? String(error.code) : undefined;
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { failure: error.name, code, at: at?.map((line) => line.trim()) };
}
