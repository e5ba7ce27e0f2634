import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what a token or an invite is. */
export const newSecret = () => randomBytes(32).toString('hex');
/** 128 random bits: ids, epochs and read keys. */
export const newId = () => randomBytes(16).toString('hex');
/** All that is kept of a secret: who reads the database cannot use it. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
