/**
 * Processor time that this test's own thread has used, in ms. What takes a second of it takes a
 * second on an idle machine; other work beside the tests does not count.
 */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}
