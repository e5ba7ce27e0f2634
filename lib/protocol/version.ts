/**
 * Counts up with every change of a message between processes; tests/unit/protocol/version.test.ts
 * pins each number to a hash of all schemas, so that none changes unnoticed.
 */
export const protocolVersion = 3;
