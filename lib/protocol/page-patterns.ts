const kinds = 'conversations?|tickets?|chats?|cases?|threads?|sessions?|cid|id';

/** The id after a word for conversation. The last one: account, inbox and page go before it. */
export const namedIdPattern = `.*[/?&#](?:${kinds})[/=]([\\w-]*\\d[\\w-]*)`;
/** An id at the end of an address. */
export const lastIdPattern = '([\\w-]*\\d[\\w-]*)[/?]?$';
/** Reads a name out of a line around it: what goes before a colon, an address, a number are none. */
export const nameInLinePattern = '^(?:[^\\s:]{2,12}[:：] ?)?([^<(#|,]{2,40})';

/** Patterns that we put into recipes ourselves: slow at worst by the square of a short text. */
export const ownPatterns: readonly string[] = [namedIdPattern, lastIdPattern, nameInLinePattern];
