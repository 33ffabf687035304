/**
 * Runs jobs at the same time. The first that fails stops the others by their signal.
 * @throws the first failure, when all have ended: nothing goes on writing behind the caller's back
 */
export async function together(...jobs: ((signal: AbortSignal) => Promise<void>)[]): Promise<void> {
  const stop = new AbortController();
  const failures: unknown[] = [];
  await Promise.all(
    jobs.map(async (job) => {
      try {
        await job(stop.signal);
      } catch (error) {
        failures.push(error);
        stop.abort(error);
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
}
