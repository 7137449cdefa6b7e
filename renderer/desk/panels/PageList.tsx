export function PageList() {
  return null;
}
