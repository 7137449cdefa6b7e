/** The package has no types; these are the ones used here. */
declare module "hyphen/en-us/index.js" {
  export function hyphenateSync(
    text: string,
    options?: { hyphenChar?: string; minWordLength?: number },
  ): string;
  const hyphen: { readonly hyphenateSync: typeof hyphenateSync };
  export default hyphen;
}
