/** `--pages A1,A2` as page numbers; none where it is not given. */
export const pagesOption = (text: string | undefined): string[] =>
  (text ?? "")
    .toUpperCase()
    .split(/[,，、\s]+/)
    .filter(Boolean);
