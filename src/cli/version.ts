// The product's version, put in by the bundle so that nothing is read from disk at run time.

declare const TCFD_VERSION: string | undefined;

/** As in package.json; `development` outside the bundle. */
export const version = typeof TCFD_VERSION === 'string' ? TCFD_VERSION : 'development';
