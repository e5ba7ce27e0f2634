// What the pure folders use of the world and every one of Node, worker and browser has.
declare const crypto: {
  getRandomValues(array: Uint8Array): Uint8Array;
  subtle: { digest(name: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> };
};
declare function atob(base64: string): string;
/** How the bundler hands over files that code reads. */
declare module '*?raw' {
  const text: string;
  export default text;
}
declare module '*?url&inline' {
  const dataUrl: string;
  export default dataUrl;
}
declare const performance: { now(): number };
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };
declare const URL: {
  new (
    address: string,
  ): {
    readonly protocol: string;
    readonly username: string;
    readonly password: string;
    readonly origin: string;
    readonly hostname: string;
    readonly pathname: string;
  };
  canParse(address: string): boolean;
};
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare module 'snowball-stemmers';
